package org.medianest.local.visit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much JSON as a report needs to be written and an answer of our API to be looked into. */
public final class Json {
    private Json() {}

    /** Anything that can be written. */
    public sealed interface Value permits Text, Number, Flag, Array, Object {
        String write();
    }

    public record Text(String text) implements Value {
        @Override
        public String write() {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
        }
    }

    public record Number(double number) implements Value {
        @Override
        public String write() {
            String text = String.format(Locale.ROOT, "%.4f", number);
            return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
        }
    }

    public record Flag(boolean set) implements Value {
        @Override
        public String write() {
            return Boolean.toString(set);
        }
    }

    public record Array(List<? extends Value> values) implements Value {
        @Override
        public String write() {
            return values.stream().map(Value::write).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    public record Object(Map<String, Value> fields) implements Value {
        public Object put(String name, Value value) {
            fields.put(name, value);
            return this;
        }

        public Object put(String name, double value) {
            return put(name, number(value));
        }

        public Object put(String name, String value) {
            return put(name, new Text(value));
        }

        public Object put(String name, boolean value) {
            return put(name, new Flag(value));
        }

        @Override
        public String write() {
            return fields.entrySet().stream()
                    .map(field -> new Text(field.getKey()).write() + ": "
                            + field.getValue().write().replace("\n", "\n  "))
                    .collect(Collectors.joining(",\n  ", "{\n  ", "\n}"));
        }
    }

    public static Object object() {
        return new Object(new LinkedHashMap<>());
    }

    public static Value list(List<? extends Value> values) {
        return new Array(values);
    }

    public static Value texts(List<String> texts) {
        return list(texts.stream().map(Text::new).toList());
    }

    public static Number number(double number) {
        return new Number(number);
    }

    /** The first text of that name, which for our answers is the one of the outermost object. */
    public static Optional<String> text(String json, String name) {
        Matcher matcher = Pattern.compile("\"%s\"\\s*:\\s*\"([^\"]*)\"".formatted(Pattern.quote(name)))
                .matcher(json);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}

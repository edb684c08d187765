package org.medianest.commons.problem.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers and words in a query. What Quarkus itself cannot read there it takes for an address that does not exist, which is true of a
 * path and not of a query: there, it is {@link Unreadable}.
 */
@Provider
public class QueryValues implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked") // what reads a type makes values of it
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return Arrays.stream(annotations).anyMatch(RestQuery.class::isInstance)
                ? (@Nullable ParamConverter<T>) converter(type)
                : null;
    }

    private static @Nullable ParamConverter<?> converter(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return new Reader<>(QueryValues::number, "must be a whole number");
        }
        if (type.isEnum()) {
            List<Enum<?>> words = Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
                    .<Enum<?>>map(word -> (Enum<?>) word)
                    .toList();
            return new Reader<>(
                    text -> word(text, words),
                    "must be one of " + words.stream().map(Enum::name).collect(Collectors.joining(", ")));
        }
        return null;
    }

    private static @Nullable Integer number(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    private static @Nullable Enum<?> word(String text, List<Enum<?>> words) {
        for (Enum<?> word : words) {
            if (word.name().equals(text)) {
                return word;
            }
        }
        return null;
    }

    /** A value that cannot be what its parameter must be; it carries no stack trace. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String value;

        private Unreadable(String value, String message) {
            super(message, null, false, false);
            this.value = value;
        }

        /** As it stands in the query. */
        String value() {
            return value;
        }
    }

    private record Reader<T>(Function<String, @Nullable T> reads, String otherwise) implements ParamConverter<T> {
        @Override
        public @Nullable T fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            T value = reads.apply(text);
            if (value == null) {
                throw new Unreadable(text, otherwise);
            }
            return value;
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}

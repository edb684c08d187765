package org.medianest.gateway.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a service says of its API, as it is checked in. */
public record ApiDocument(JsonNode root) {
    private static final Path FOLDER = Path.of("..", "docs", "openapi");

    /** One thing that can be asked. */
    public record Operation(String method, String path) {
        /** With something in the place of what varies. */
        public String address() {
            return path.replaceAll("\\{[^}]+}", "0197c0de-0000-7000-8000-000000000000");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public static ApiDocument of(String service) throws IOException {
        return new ApiDocument(
                new YAMLMapper().readTree(FOLDER.resolve(service + ".yaml").toFile()));
    }

    /** Of all services. */
    public static List<Operation> everything() throws IOException {
        List<Operation> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                all.addAll(new ApiDocument(new YAMLMapper().readTree(file.toFile())).operations());
            }
        }
        return all;
    }

    public List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        root.path("paths")
                .forEachEntry((path, methods) -> methods.fieldNames().forEachRemaining(method -> {
                    if (List.of("get", "put", "post", "patch", "delete").contains(method)) {
                        all.add(new Operation(method.toUpperCase(Locale.ROOT), path));
                    }
                }));
        return all;
    }

    /** What the JSON of an answer must be; empty when it says that there is none. */
    public Optional<JsonNode> answer(String path, String method, String status) {
        JsonNode schema = root.path("paths")
                .path(path)
                .path(method)
                .path("responses")
                .path(status)
                .path("content")
                .path("application/json")
                .path("schema");
        return schema.isMissingNode() ? Optional.empty() : Optional.of(schema);
    }

    /** Everything in which a value is not as a schema says, by its place; as far as our documents use JSON Schema. */
    public List<String> faults(JsonNode value, JsonNode schema, String place) {
        if (schema.has("$ref")) {
            return faults(value, root.at(schema.path("$ref").asText().substring(1)), place);
        }
        if (schema.has("anyOf")) {
            List<List<String>> each = new ArrayList<>();
            schema.path("anyOf").forEach(one -> each.add(faults(value, one, place)));
            return each.stream().anyMatch(List::isEmpty) ? List.of() : each.getFirst();
        }
        List<String> faults = new ArrayList<>();
        if (types(schema).stream().noneMatch(type -> isA(value, type))) {
            faults.add(place + ": " + value + " is no " + types(schema));
        }
        JsonNode choices = schema.path("enum");
        if (choices.isArray() && !contains(choices, value)) {
            faults.add(place + ": " + value + " is none of " + choices);
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                faults.addAll(faults(value.get(i), schema.path("items"), place + "/" + i));
            }
        }
        if (value.isObject()) {
            schema.path("required").forEach(name -> {
                if (!value.has(name.asText())) {
                    faults.add(place + ": " + name + " is missing");
                }
            });
            value.forEachEntry((name, field) -> {
                JsonNode inner = schema.path("properties").path(name);
                if (inner.isMissingNode()) {
                    faults.add(place + ": " + name + " is not described");
                } else {
                    faults.addAll(faults(field, inner, place + "/" + name));
                }
            });
        }
        return faults;
    }

    private static boolean contains(JsonNode choices, JsonNode value) {
        for (JsonNode choice : choices) {
            if (choice.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        List<String> types = new ArrayList<>();
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asText()));
        } else {
            types.add(type.asText("object"));
        }
        return types;
    }

    private static boolean isA(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "null" -> value.isNull();
            default -> false;
        };
    }
}

package org.medianest.commons.event;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The JSON schema of what {@link EventCodec} writes for a record. A type that it does not know fails the build. */
final class RecordSchema {
    private static final Map<Class<?>, Scalar> SCALARS = Map.ofEntries(
            entry(String.class, new Scalar("string")),
            entry(UUID.class, new Scalar("string", "uuid")),
            entry(Instant.class, new Scalar("string", "date-time")),
            entry(boolean.class, new Scalar("boolean")),
            entry(Boolean.class, new Scalar("boolean")),
            entry(int.class, new Scalar("integer", "int32")),
            entry(Integer.class, new Scalar("integer", "int32")),
            entry(long.class, new Scalar("integer", "int64")),
            entry(Long.class, new Scalar("integer", "int64")),
            entry(double.class, new Scalar("number", "double")),
            entry(Double.class, new Scalar("number", "double")),
            entry(JsonNode.class, new Scalar("object")));

    private final DocComments comments;

    RecordSchema(DocComments comments) {
        this.comments = comments;
    }

    private record Scalar(String type, @Nullable String format) {
        Scalar(String type) {
            this(type, null);
        }

        ObjectNode schema() {
            ObjectNode schema = typed(type);
            return format == null ? schema : schema.put("format", format);
        }
    }

    ObjectNode of(Class<?> type) {
        Scalar scalar = SCALARS.get(type);
        if (scalar != null) {
            return scalar.schema();
        }
        if (type.isEnum()) {
            return oneOf(type.getEnumConstants());
        }
        if (type.isRecord()) {
            return ofRecord(type);
        }
        throw unknown(type);
    }

    private ObjectNode ofRecord(Class<?> type) {
        ObjectNode schema = typed("object");
        comments.of(type).ifPresent(comment -> schema.put("description", comment));
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), of(component));
            if (!isNullable(component.getAnnotatedType())) {
                required.add(component.getName());
            }
        }
        schema.set("required", required);
        return schema.set("properties", properties);
    }

    private ObjectNode of(RecordComponent component) {
        ObjectNode schema = of(component.getAnnotatedType());
        comments.of(component).ifPresent(comment -> schema.put("description", comment));
        return schema;
    }

    private ObjectNode of(AnnotatedType type) {
        ObjectNode schema = switch (type.getType()) {
            case Class<?> plain -> of(plain);
            case ParameterizedType list when list.getRawType() == List.class -> listOf(onlyArgument(type));
            default -> throw unknown(type);
        };
        return isNullable(type) ? orNull(schema) : schema;
    }

    private ObjectNode listOf(AnnotatedType element) {
        return typed("array").set("items", of(element));
    }

    private static ObjectNode oneOf(Object[] constants) {
        ObjectNode schema = typed("string");
        for (Object constant : constants) {
            schema.withArray("enum").add(((Enum<?>) constant).name());
        }
        return schema;
    }

    private static ObjectNode orNull(ObjectNode schema) {
        String type = schema.get("type").asText();
        schema.putArray("type").add(type).add("null");
        if (schema.get("enum") instanceof ArrayNode constants) {
            constants.addNull();
        }
        return schema;
    }

    private static ObjectNode typed(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private static AnnotatedType onlyArgument(AnnotatedType generic) {
        return ((AnnotatedParameterizedType) generic).getAnnotatedActualTypeArguments()[0];
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static IllegalArgumentException unknown(Object type) {
        return new IllegalArgumentException("no schema for " + type);
    }
}

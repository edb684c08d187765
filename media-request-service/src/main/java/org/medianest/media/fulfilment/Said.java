package org.medianest.media.fulfilment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemKind;

/**
 * Reads what decides about an order. Where a system says something else than it should, nothing is known: an absent film, say, must not be
 * read from an answer that is not understood.
 */
public final class Said {
    private Said() {}

    public static int number(SystemKind kind, JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isIntegralNumber()) {
            throw unclear(kind, field);
        }
        return value.asInt();
    }

    public static boolean flag(SystemKind kind, JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isBoolean()) {
            throw unclear(kind, field);
        }
        return value.asBoolean();
    }

    public static List<JsonNode> list(SystemKind kind, JsonNode json, String field) {
        return list(kind, json.path(field));
    }

    public static List<JsonNode> list(SystemKind kind, JsonNode json) {
        if (!(json instanceof ArrayNode array)) {
            throw unclear(kind, "a list");
        }
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static SystemDown unclear(SystemKind kind, String what) {
        return new SystemDown(
                kind, kind.title() + " says nothing that can be understood where it should say: " + what + ".");
    }
}

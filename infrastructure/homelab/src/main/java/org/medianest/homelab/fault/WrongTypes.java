package org.medianest.homelab.fault;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Keeps the shape of an answer and the names in it, and changes the kind of every value. */
final class WrongTypes {
    private WrongTypes() {}

    static Buffer in(String contentType, Buffer body) {
        if (contentType.contains("xml")) {
            return Buffer.buffer(body.toString().replaceAll("=\"\\d+\"", "=\"many\""));
        }
        if (!contentType.contains("json")) {
            return body;
        }
        Object changed = change(Json.decodeValue(body));
        return Json.encodeToBuffer(changed == null ? new JsonObject() : changed);
    }

    private static @Nullable Object change(@Nullable Object value) {
        return switch (value) {
            case JsonObject object -> {
                JsonObject changed = new JsonObject();
                object.forEach(entry -> changed.put(entry.getKey(), change(entry.getValue())));
                yield changed;
            }
            case JsonArray array -> array.isEmpty() ? "none" : changeAll(array);
            case Number number -> "a number like " + number;
            case String text -> text.length();
            case Boolean truth -> truth ? "yes" : "no";
            case null -> new JsonArray();
            default -> value.toString();
        };
    }

    private static JsonArray changeAll(JsonArray array) {
        JsonArray changed = new JsonArray();
        array.forEach(element -> changed.add(change(element)));
        return changed;
    }
}

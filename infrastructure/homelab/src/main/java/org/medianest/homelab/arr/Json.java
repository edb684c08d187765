package org.medianest.homelab.arr;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Pieces of JSON that both arrs have. */
final class Json {
    private Json() {}

    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static JsonArray array(Collection<JsonObject> objects) {
        JsonArray array = new JsonArray();
        objects.forEach(array::add);
        return array;
    }

    static JsonArray ints(Collection<Integer> numbers) {
        JsonArray array = new JsonArray();
        new TreeSet<>(numbers).forEach(array::add);
        return array;
    }

    static JsonArray languages() {
        return new JsonArray().add(new JsonObject().put("id", 1).put("name", "English"));
    }

    static JsonObject quality() {
        return new JsonObject()
                .put("quality", qualityDefinition())
                .put(
                        "revision",
                        new JsonObject().put("version", 1).put("real", 0).put("isRepack", false));
    }

    static JsonObject qualityDefinition() {
        return new JsonObject()
                .put("id", 3)
                .put("name", "WEBDL-1080p")
                .put("source", "webdl")
                .put("resolution", 1080);
    }

    /** The integers in an array of JSON; what is no integer is left out, as the binder of .NET would refuse all. */
    static List<Integer> integers(JsonObject body, String name) {
        JsonArray array = Objects.requireNonNullElse(body.getJsonArray(name), new JsonArray());
        return array.stream()
                .filter(Number.class::isInstance)
                .map(number -> ((Number) number).intValue())
                .toList();
    }

    /** A null is as good as nothing. */
    static JsonObject withoutNulls(JsonObject json) {
        JsonObject without = new JsonObject();
        json.forEach(entry -> {
            if (entry.getValue() instanceof JsonObject inner) {
                without.put(entry.getKey(), withoutNulls(inner));
            } else if (entry.getValue() != null) {
                without.put(entry.getKey(), entry.getValue());
            }
        });
        return without;
    }
}

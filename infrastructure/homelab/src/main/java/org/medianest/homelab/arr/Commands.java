package org.medianest.homelab.arr;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands that were given; each is done two seconds later. */
final class Commands {
    private static final Duration TAKES = Duration.ofSeconds(2);

    private final List<Given> given = new ArrayList<>();

    record Given(int id, String name, JsonObject body, Instant at) {
        JsonObject json(Instant now) {
            boolean done = !now.isBefore(at.plus(TAKES));
            JsonObject json = new JsonObject()
                    .put("name", name)
                    .put("commandName", name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " "))
                    .put("body", body)
                    .put("priority", "normal")
                    .put("status", done ? "completed" : "queued")
                    .put("result", done ? "successful" : "unknown")
                    .put("queued", Json.time(at))
                    .put("trigger", "manual")
                    .put("stateChangeTime", Json.time(done ? at.plus(TAKES) : at))
                    .put("sendUpdatesToClient", true)
                    .put("updateScheduledTask", true)
                    .put("id", id);
            if (done) {
                json.put("started", Json.time(at))
                        .put("ended", Json.time(at.plus(TAKES)))
                        .put("duration", "00:00:02");
            }
            return json;
        }
    }

    Given add(String name, JsonObject body, Instant now) {
        Given one = new Given(given.size() + 1, name, body, now);
        given.add(one);
        return one;
    }

    Optional<Given> find(int id) {
        return given.stream().filter(one -> one.id() == id).findFirst();
    }

    List<Given> all() {
        return List.copyOf(given);
    }

    void reset() {
        given.clear();
    }
}

package org.medianest.homelab.arr;

import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** How a movie or a series is kept, as whoever adds or changes it chooses. */
record Keeping(boolean monitored, int qualityProfile, String path, Set<Integer> tags) {
    /** Of what is only looked at. */
    static final Keeping NOT = new Keeping(false, 0, "", Set.of());

    Keeping {
        tags = Collections.unmodifiableSet(new TreeSet<>(tags));
    }

    static Keeping of(JsonObject body, String path) {
        return new Keeping(
                body.getBoolean("monitored", true),
                body.getInteger("qualityProfileId"),
                path,
                new TreeSet<>(Json.integers(body, "tags")));
    }

    Keeping unmonitored() {
        return new Keeping(false, qualityProfile, path, tags);
    }
}

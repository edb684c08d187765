package org.medianest.homelab.arr;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happened to the works, newest first. */
final class History {
    private final List<Entry> entries = new ArrayList<>();

    record Entry(
            int id,
            Work work,
            Wanted wanted,
            String release,
            String downloadId,
            String eventType,
            Instant date,
            JsonObject data) {}

    void add(Download download, Wanted wanted, String eventType, Instant date, JsonObject data) {
        entries.addFirst(new Entry(
                entries.size() + 1,
                download.work(),
                wanted,
                download.release(),
                download.downloadId(),
                eventType,
                date,
                data));
    }

    List<Entry> all() {
        return List.copyOf(entries);
    }

    void reset() {
        entries.clear();
    }
}

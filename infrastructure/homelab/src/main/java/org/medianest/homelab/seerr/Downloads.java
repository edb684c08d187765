package org.medianest.homelab.seerr;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.medianest.homelab.system.SystemName;

/**
 * What the arrs are downloading, as Seerr last saw it. Like the original it reads the first page of a queue only, so that of many
 * downloads all but ten are missing. Thread safe.
 */
final class Downloads {
    private final Map<SystemName, JsonArray> queues = new ConcurrentHashMap<>();

    void saw(SystemName arr, JsonArray records) {
        queues.put(arr, records);
    }

    void reset() {
        queues.clear();
    }

    JsonArray of(Media media) {
        SystemName arr = media.isMovie() ? SystemName.RADARR : SystemName.SONARR;
        String idName = media.isMovie() ? "movieId" : "seriesId";
        Optional<Integer> id = media.externalServiceId();
        JsonArray found = new JsonArray();
        for (Object one : queues.getOrDefault(arr, new JsonArray())) {
            if (one instanceof JsonObject record && id.isPresent() && id.get().equals(record.getInteger(idName))) {
                found.add(item(media, record));
            }
        }
        return found;
    }

    private static JsonObject item(Media media, JsonObject record) {
        return new JsonObject()
                .put("externalId", media.externalServiceId().orElse(0))
                .put("estimatedCompletionTime", record.getString("estimatedCompletionTime"))
                .put("mediaType", media.type())
                .put("size", record.getLong("size"))
                .put("sizeLeft", record.getLong("sizeleft"))
                .put("status", record.getString("status"))
                .put("timeLeft", record.getString("timeleft"))
                .put("title", record.getString("title"))
                .put("downloadId", record.getString("downloadId"))
                .put("episode", record.getJsonObject("episode"));
    }
}

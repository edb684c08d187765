package org.medianest.homelab.arr;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the queue shows of downloads: a record for each movie or episode. */
final class QueueRecords {
    static final String CLIENT = "qBittorrent";
    static final String INDEXER = "Nest Indexer";

    private static final String NOT_GOING_ON = "The download is stalled with no connections";
    private static final String GIVEN_UP = "The download client reported an error";

    /** @param download whose record it is */
    record Record(Download download, Wanted wanted, JsonObject json) {}

    private QueueRecords() {}

    static List<Record> of(Download download, Instant now) {
        List<Record> records = new ArrayList<>();
        int id = download.firstQueueId();
        for (Wanted wanted : download.wanted()) {
            records.add(new Record(download, wanted, record(id++, download, now)));
        }
        return records;
    }

    private static JsonObject record(int id, Download download, Instant now) {
        Progress progress = download.at(now);
        JsonObject json = new JsonObject()
                .put("languages", Json.languages())
                .put("quality", Json.quality())
                .put("customFormats", new JsonArray())
                .put("customFormatScore", 0)
                .put("size", download.size())
                .put("title", download.release())
                .put("sizeleft", Math.round(download.size() * (1 - progress.done())))
                .put("added", Json.time(download.grabbed()))
                .put("statusMessages", new JsonArray())
                .put("downloadId", download.downloadId())
                .put("protocol", "torrent")
                .put("downloadClient", CLIENT)
                .put("downloadClientHasPostImportCategory", false)
                .put("indexer", INDEXER)
                .put("outputPath", "/downloads/" + download.release())
                .put("id", id);
        state(json, progress, download, now);
        return json;
    }

    private static void state(JsonObject json, Progress progress, Download download, Instant now) {
        switch (progress) {
            case Progress.Queued() -> state(json, "queued", "ok", "downloading");
            case Progress.Downloading downloading -> {
                state(json, "downloading", "ok", "downloading");
                json.put("timeleft", TimeSpan.of(downloading.left()))
                        .put("estimatedCompletionTime", Json.time(now.plus(downloading.left())));
            }
            case Progress.Stalled stalled -> {
                state(json, "warning", "warning", "downloading");
                json.put("errorMessage", NOT_GOING_ON);
            }
            case Progress.Failed failed -> {
                state(json, "failed", "error", "failed");
                json.put("errorMessage", GIVEN_UP);
            }
            case Progress.ImportPending(), Progress.Imported() -> {
                state(json, "completed", "ok", "importPending");
                json.put("timeleft", "00:00:00").put("estimatedCompletionTime", Json.time(now));
            }
            case Progress.ImportBlocked() -> {
                state(json, "completed", "warning", "importBlocked");
                json.put("timeleft", "00:00:00")
                        .put("estimatedCompletionTime", Json.time(now))
                        .put(
                                "statusMessages",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("title", download.release())
                                                .put("messages", new JsonArray(Engine.BLOCKED))));
            }
        }
    }

    private static void state(JsonObject json, String status, String trackedStatus, String trackedState) {
        json.put("status", status)
                .put("trackedDownloadStatus", trackedStatus)
                .put("trackedDownloadState", trackedState);
    }
}

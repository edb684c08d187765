package org.medianest.homelab.arr;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The bodies of the webhooks, as far as the arrs have them in common; what it is about is put in by each. */
final class Payloads {
    private static final String CLIENT = "qBittorrent";

    private Payloads() {}

    static JsonObject event(String type, String instance) {
        return new JsonObject()
                .put("eventType", type)
                .put("instanceName", instance)
                .put("applicationUrl", "");
    }

    /** @param about the movie, or the series and its episodes */
    static JsonObject grab(Download download, String instance, JsonObject about) {
        return about.copy()
                .mergeIn(client(download))
                .put(
                        "release",
                        new JsonObject()
                                .put("quality", "WEBDL-1080p")
                                .put("qualityVersion", 1)
                                .put("releaseGroup", "NEST")
                                .put("releaseTitle", download.release())
                                .put("indexer", QueueRecords.INDEXER)
                                .put("size", download.size())
                                .put("customFormatScore", 0)
                                .put("customFormats", new JsonArray())
                                .put("languages", Json.languages())
                                .put("indexerFlags", new JsonArray()))
                .put("customFormatInfo", formats())
                .mergeIn(event("Grab", instance));
    }

    /** @param fileKey {@code movieFile} or {@code episodeFile} */
    static JsonObject imported(Download download, MediaFile file, String instance, JsonObject about, String fileKey) {
        return about.copy()
                .mergeIn(client(download))
                .put(
                        fileKey,
                        new JsonObject()
                                .put("id", file.id())
                                .put("relativePath", file.relativePath())
                                .put("path", file.path())
                                .put("quality", "WEBDL-1080p")
                                .put("qualityVersion", 1)
                                .put("releaseGroup", "NEST")
                                .put("sceneName", file.release())
                                .put("size", file.size())
                                .put("dateAdded", Json.time(file.added()))
                                .put("languages", Json.languages()))
                .put("isUpgrade", false)
                .put("release", release(download))
                .put("customFormatInfo", formats())
                .mergeIn(event("Download", instance));
    }

    static JsonObject manualInteraction(Download download, List<String> messages, String instance, JsonObject about) {
        return about.copy()
                .mergeIn(client(download))
                .put(
                        "downloadInfo",
                        new JsonObject()
                                .put("quality", "WEBDL-1080p")
                                .put("qualityVersion", 1)
                                .put("title", download.release())
                                .put("size", download.size()))
                .put("downloadStatus", "Warning")
                .put(
                        "downloadStatusMessages",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("title", download.release())
                                        .put("messages", new JsonArray(messages))))
                .put("customFormatInfo", formats())
                .put("release", release(download))
                .mergeIn(event("ManualInteractionRequired", instance));
    }

    static JsonObject health(String type, String instance, String source, String message) {
        return event(type, instance)
                .put("level", "warning")
                .put("message", message)
                .put("type", source)
                .put("wikiUrl", "https://wiki.servarr.com/");
    }

    private static JsonObject client(Download download) {
        return new JsonObject()
                .put("downloadClient", CLIENT)
                .put("downloadClientType", CLIENT)
                .put("downloadId", download.downloadId());
    }

    private static JsonObject release(Download download) {
        return new JsonObject()
                .put("releaseTitle", download.release())
                .put("indexer", QueueRecords.INDEXER)
                .put("size", download.size());
    }

    private static JsonObject formats() {
        return new JsonObject().put("customFormats", new JsonArray()).put("customFormatScore", 0);
    }
}

package org.medianest.media.fulfilment.arr;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.medianest.media.fulfilment.TimeSpan;
import org.medianest.media.fulfilment.Transfer;

/**
 * One line of the queue of Radarr or Sonarr. A season pack has one an episode, all of the same download and each with the size of the
 * whole.
 *
 * @param owner id of the film or series over there, 0 when it knows of none
 * @param season null for films, and where it is not said
 * @param download what is fetched; the same in all lines of a pack
 * @param added when it was found, null when that is not said
 * @param message what is wrong, in the words of over there; empty when nothing is
 */
record QueueRecord(
        int id,
        int owner,
        @Nullable Integer season,
        String download,
        long size,
        long left,
        @Nullable Long etaSeconds,
        String status,
        String health,
        String state,
        @Nullable Instant added,
        String message) {
    private static final Set<String> BROKEN = Set.of("warning", "failed", "downloadclientunavailable");
    private static final Set<String> STUCK = Set.of("importblocked", "failedpending", "failed");
    private static final Set<String> OVER = Set.of("imported", "ignored");

    static QueueRecord of(JsonNode json) {
        int id = json.path("id").asInt();
        String download = json.path("downloadId").asText("");
        return new QueueRecord(
                id,
                json.path("movieId").asInt(json.path("seriesId").asInt()),
                season(json),
                download.isEmpty() ? "record " + id : download,
                Math.max(0, json.path("size").asLong()),
                Math.max(0, json.path("sizeleft").asLong()),
                TimeSpan.seconds(json.path("timeleft").asText("")).orElse(null),
                word(json, "status"),
                word(json, "trackedDownloadStatus"),
                word(json, "trackedDownloadState"),
                added(json),
                message(json));
    }

    /** What nobody says the age of may have been there before. */
    boolean isSince(Instant moment) {
        return added != null && !added.isBefore(moment);
    }

    /** Somebody has to look after it. */
    boolean needsAttention() {
        return BROKEN.contains(status) || STUCK.contains(state) || health.equals("warning") || health.equals("error");
    }

    /** It is in the list still, but what became of it stands elsewhere. */
    boolean isOver() {
        return OVER.contains(state);
    }

    /** What is being put in its place is all here. */
    Transfer transfer() {
        boolean isHere = state.startsWith("import");
        return new Transfer(download, size, isHere ? 0 : left, isHere ? null : etaSeconds);
    }

    private static @Nullable Integer season(JsonNode json) {
        JsonNode season = json.path("seasonNumber");
        JsonNode known = season.isNumber() ? season : json.path("episode").path("seasonNumber");
        return known.isNumber() ? Integer.valueOf(known.asInt()) : null;
    }

    private static @Nullable Instant added(JsonNode json) {
        try {
            return Instant.parse(json.path("added").asText(""));
        } catch (DateTimeParseException unsaid) {
            return null;
        }
    }

    private static String word(JsonNode json, String field) {
        return json.path(field).asText("").toLowerCase(Locale.ROOT);
    }

    private static String message(JsonNode json) {
        List<String> parts = new ArrayList<>();
        Optional.of(json.path("errorMessage").asText(""))
                .filter(said -> !said.isBlank())
                .ifPresent(parts::add);
        for (JsonNode status : json.path("statusMessages")) {
            status.path("messages").forEach(line -> parts.add(line.asText("")));
            if (status.path("messages").isEmpty()) {
                parts.add(status.path("title").asText(""));
            }
        }
        return String.join(
                " ",
                parts.stream()
                        .filter(part -> !part.isBlank())
                        .map(String::strip)
                        .distinct()
                        .toList());
    }
}

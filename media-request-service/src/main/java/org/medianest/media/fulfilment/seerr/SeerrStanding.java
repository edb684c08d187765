package org.medianest.media.fulfilment.seerr;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.medianest.media.fulfilment.Said;
import org.medianest.media.fulfilment.Stage;
import org.medianest.media.fulfilment.TimeSpan;
import org.medianest.media.fulfilment.Transfer;
import org.medianest.media.system.SystemKind;

/** How an order stands by what Seerr says of its requests. Overseerr has the same numbers and fewer of them. */
final class SeerrStanding {
    static final int PENDING = 1;
    static final int DECLINED = 3;
    static final int FAILED = 4;
    static final int COMPLETED = 5;

    private static final int AVAILABLE = 5;
    private static final int BLOCKLISTED = 6;
    private static final int DELETED = 7;

    private static final Set<String> BROKEN = Set.of("warning", "failed", "downloadclientunavailable");

    private SeerrStanding() {}

    /**
     * @param requests at least one: of a series there may be several, each with other seasons
     * @param seasons that are wanted
     * @param notBefore the release, if it lies ahead
     */
    static Stage of(Collection<JsonNode> requests, Set<Integer> seasons, @Nullable LocalDate notBefore) {
        List<Integer> states =
                requests.stream().map(request -> number(request, "status")).toList();
        if (states.contains(FAILED)) {
            return new Stage.NeedsAttention(
                    "Seerr could not pass it on. Its settings for Radarr and Sonarr, or its log, say why. Then try again.");
        }
        if (states.contains(PENDING)) {
            return new Stage.Approved();
        }
        if (states.stream().allMatch(state -> state == DECLINED)) {
            return new Stage.Declined("It was declined in Seerr.");
        }
        return byMedia(requests, seasons, notBefore, states.stream().allMatch(state -> state == COMPLETED));
    }

    private static Stage byMedia(
            Collection<JsonNode> requests, Set<Integer> seasons, @Nullable LocalDate notBefore, boolean completed) {
        JsonNode media = requests.iterator().next().path("media");
        return switch (number(media, "status")) {
            case AVAILABLE -> new Stage.Imported();
            case BLOCKLISTED -> new Stage.NeedsAttention("It is on the blocklist of Seerr.");
            case DELETED ->
                new Stage.NeedsAttention("Seerr had it, and its file was deleted. A new try asks for it again.");
            default ->
                completed || areThere(requests, media, seasons)
                        ? new Stage.Imported()
                        : onItsWay(media, seasons, notBefore);
        };
    }

    /** Whether Seerr has seen it, or these seasons of it, in Plex. */
    static boolean isAvailable(JsonNode media, Set<Integer> seasons) {
        return number(media, "status") == AVAILABLE || areThere(List.of(), media, seasons);
    }

    /** Whether all seasons that are wanted are, as the requests say or, where there is more to be read, the title. */
    private static boolean areThere(Collection<JsonNode> requests, JsonNode media, Set<Integer> seasons) {
        return !seasons.isEmpty()
                && seasons.stream()
                        .allMatch(season -> is(media.path("seasons"), season, AVAILABLE)
                                || requests.stream()
                                        .anyMatch(request -> is(request.path("seasons"), season, COMPLETED)));
    }

    private static boolean is(JsonNode seasons, int season, int status) {
        return stream(seasons)
                .anyMatch(one -> one.path("seasonNumber").asInt(-1) == season
                        && one.path("status").asInt() == status);
    }

    private static Stage onItsWay(JsonNode media, Set<Integer> seasons, @Nullable LocalDate notBefore) {
        List<JsonNode> downloads = stream(media.path("downloadStatus"))
                .filter(line -> isWanted(line.path("episode").path("seasonNumber"), seasons))
                .toList();
        if (downloads.stream().anyMatch(SeerrStanding::isBroken)) {
            return new Stage.NeedsAttention("There is something wrong with its download. Radarr or Sonarr say what.");
        }
        if (!downloads.isEmpty()) {
            return Transfer.progressOf(
                    downloads.stream().map(SeerrStanding::transfer).toList());
        }
        return notBefore == null ? new Stage.Searching() : new Stage.WaitingForRelease(notBefore);
    }

    private static boolean isWanted(JsonNode season, Set<Integer> seasons) {
        return seasons.isEmpty() || !season.isNumber() || seasons.contains(season.asInt());
    }

    private static boolean isBroken(JsonNode line) {
        return BROKEN.contains(line.path("status").asText("").toLowerCase(Locale.ROOT));
    }

    /** Older versions do not say which download it is: the lines of a season pack have its name then. */
    private static Transfer transfer(JsonNode line) {
        String download = line.path("downloadId").asText("");
        return new Transfer(
                download.isEmpty() ? line.path("title").asText("") : download,
                Math.max(0, line.path("size").asLong()),
                Math.max(0, line.path("sizeLeft").asLong()),
                TimeSpan.seconds(line.path("timeLeft").asText("")).orElse(null));
    }

    static int number(JsonNode json, String field) {
        return Said.number(SystemKind.SEERR, json, field);
    }

    static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}

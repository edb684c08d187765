package org.medianest.media.fulfilment.seerr;

import static org.medianest.media.fulfilment.seerr.SeerrStanding.number;
import static org.medianest.media.fulfilment.seerr.SeerrStanding.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleId;

/** Requests of Seerr by their titles, in the order in which they came. What is wanted in 4K is another matter and left out. */
final class SeerrRequests {
    private final Map<TitleId, List<JsonNode>> byTitle = new HashMap<>();

    SeerrRequests(List<JsonNode> open, List<JsonNode> failed) {
        open.forEach(this::add);
        failed.forEach(this::add);
    }

    List<JsonNode> of(TitleId title, Set<Integer> seasons) {
        return byTitle.getOrDefault(title, List.of()).stream()
                .filter(request -> isAbout(request, seasons))
                .toList();
    }

    private void add(JsonNode request) {
        MediaType type = request.path("type").asText("").equals("tv") ? MediaType.SERIES : MediaType.MOVIE;
        TitleId title = new TitleId(type, number(request.path("media"), "tmdbId"));
        byTitle.computeIfAbsent(title, id -> new ArrayList<>()).add(request);
    }

    /** Whether any of the seasons is in it; a film has none. */
    static boolean isAbout(JsonNode request, Set<Integer> seasons) {
        return !request.path("is4k").asBoolean()
                && (seasons.isEmpty()
                        || stream(request.path("seasons"))
                                .anyMatch(season -> seasons.contains(
                                        season.path("seasonNumber").asInt(-1))));
    }

    /** Whether it is got by this request, or was: of one that is over and led to nothing, another is made. */
    static boolean isAlive(JsonNode request) {
        int status = number(request, "status");
        return status != SeerrStanding.DECLINED
                && (status != SeerrStanding.COMPLETED || SeerrStanding.isAvailable(request.path("media"), Set.of()));
    }

    static boolean isUnfinished(JsonNode request) {
        int status = number(request, "status");
        return status == SeerrStanding.PENDING || status == SeerrStanding.FAILED;
    }

    /** Within its title a request does not say again what the title says. */
    static JsonNode withMedia(JsonNode request, JsonNode media) {
        ObjectNode whole = SeerrApi.JSON.objectNode();
        request.properties().forEach(field -> whole.set(field.getKey(), field.getValue()));
        return whole.set("media", media);
    }
}

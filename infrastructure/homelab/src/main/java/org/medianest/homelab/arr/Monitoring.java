package org.medianest.homelab.arr;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Which episodes of a series that is added are monitored. */
final class Monitoring {
    private static final Duration RECENT = Duration.ofDays(90);

    private Monitoring() {}

    /** The seasons as they were sent; then what {@code addOptions.monitor} makes of the episodes, if it is there. */
    static void apply(Show show, JsonObject body, JsonObject options, Instant now) {
        for (JsonObject season : seasons(body)) {
            show.monitorSeason(
                    Objects.requireNonNullElse(season.getInteger("seasonNumber"), -1),
                    season.getBoolean("monitored", true));
        }
        String monitor = Objects.toString(options.getString("monitor"), "").toLowerCase(Locale.ROOT);
        int first = show.seasons().stream()
                .filter(number -> number > 0)
                .min(Integer::compare)
                .orElse(1);
        int last = show.seasons().stream().max(Integer::compare).orElse(1);
        switch (monitor) {
            case "all", "missing" -> choose(show, episode -> episode.season() > 0);
            case "future" -> {
                choose(show, episode -> episode.season() > 0 && !episode.isOut(now));
                show.markSeason(last, true);
            }
            case "existing", "none" -> choose(show, episode -> false);
            case "firstseason" -> choose(show, episode -> episode.season() == first);
            case "lastseason", "latestseason" -> choose(show, episode -> episode.season() == last);
            case "pilot" -> choose(show, episode -> episode.season() == first && episode.number() == 1);
            case "recent" ->
                choose(show, episode -> episode.season() > 0 && episode.airs().isAfter(now.minus(RECENT)));
            case "monitorspecials" -> show.monitorSeason(0, true);
            case "unmonitorspecials" -> show.monitorSeason(0, false);
            default -> {}
        }
    }

    static List<JsonObject> seasons(JsonObject body) {
        return body.getJsonArray("seasons", new io.vertx.core.json.JsonArray()).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    private static void choose(Show show, Predicate<ShowEpisode> monitored) {
        Set<Integer> seasons = new HashSet<>();
        for (ShowEpisode episode : show.parts()) {
            boolean on = monitored.test(episode);
            episode.monitored(on);
            if (on) {
                seasons.add(episode.season());
            }
        }
        show.seasons().forEach(number -> show.markSeason(number, seasons.contains(number)));
    }
}

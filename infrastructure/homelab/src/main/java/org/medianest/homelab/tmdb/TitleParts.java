package org.medianest.homelab.tmdb;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Optional;
import org.medianest.homelab.artwork.Pictures;
import org.medianest.homelab.catalogue.Film;
import org.medianest.homelab.catalogue.Series;
import org.medianest.homelab.catalogue.Title;

/** What {@code append_to_response} can append to a title, and what can be asked for by its name too. */
final class TitleParts {
    private static final int DAYS_TO_SHORT_RELEASE = 60;

    private TitleParts() {}

    /** Empty for what TMDB does not know. */
    static Optional<JsonObject> of(Title title, String name, LocalDate today) {
        return Optional.ofNullable(
                switch (name) {
                    case "credits", "aggregate_credits" -> credits(title, name.startsWith("aggregate"));
                    case "external_ids" -> externalIds(title);
                    case "videos" -> Trailers.of(title);
                    case "release_dates" -> title instanceof Film film ? releaseDates(film) : null;
                    case "content_ratings" -> title instanceof Series ? contentRatings(title) : null;
                    case "keywords" ->
                        new JsonObject().put(title instanceof Film ? "keywords" : "results", new JsonArray());
                    case "watch/providers" ->
                        new JsonObject()
                                .put(
                                        "results",
                                        WatchJson.regions(
                                                title, !title.released().isAfter(today)));
                    case "recommendations", "similar" -> new JsonObject().put("results", new JsonArray());
                    default -> null;
                });
    }

    private static JsonObject credits(Title title, boolean aggregate) {
        JsonArray cast = new JsonArray();
        title.facts().cast().forEach(member -> {
            JsonObject json = new JsonObject()
                    .put("id", Pictures.personId(member.name()))
                    .put("name", member.name())
                    .put("original_name", member.name())
                    .put("profile_path", Pictures.profile(member.name()))
                    .put("known_for_department", "Acting")
                    .put("order", cast.size());
            cast.add(
                    aggregate
                            ? json.put(
                                    "roles",
                                    new JsonArray()
                                            .add(new JsonObject()
                                                    .put("character", member.character())
                                                    .put("episode_count", 1)))
                            : json.put("character", member.character()));
        });
        return new JsonObject().put("cast", cast).put("crew", new JsonArray());
    }

    private static JsonObject externalIds(Title title) {
        return new JsonObject()
                .put("imdb_id", title.facts().imdbId())
                .put("tvdb_id", title instanceof Series series ? series.tvdbId() : null)
                .put("facebook_id", (Object) null);
    }

    /** In the cinemas on the day, at home two months later. */
    private static JsonObject releaseDates(Film film) {
        JsonArray dates = new JsonArray()
                .add(release(film, 3, film.released()))
                .add(release(film, 4, film.released().plusDays(DAYS_TO_SHORT_RELEASE)));
        return new JsonObject()
                .put(
                        "results",
                        new JsonArray()
                                .add(new JsonObject().put("iso_3166_1", "US").put("release_dates", dates)));
    }

    private static JsonObject release(Film film, int type, LocalDate date) {
        return new JsonObject()
                .put("certification", film.facts().certification())
                .put("descriptors", new JsonArray())
                .put("iso_639_1", "")
                .put("note", "")
                .put("release_date", date + "T00:00:00.000Z")
                .put("type", type);
    }

    private static JsonObject contentRatings(Title title) {
        return new JsonObject()
                .put(
                        "results",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("descriptors", new JsonArray())
                                        .put("iso_3166_1", "US")
                                        .put("rating", title.facts().certification())));
    }
}

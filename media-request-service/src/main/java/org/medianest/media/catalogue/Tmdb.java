package org.medianest.media.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.medianest.media.catalogue.Catalogue.ExternalId;
import org.medianest.media.integration.Integrations;
import org.medianest.media.system.Answer;
import org.medianest.media.system.Query;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemHttp;
import org.medianest.media.system.SystemKind;

/** Asks TMDB. */
@ApplicationScoped
class Tmdb {
    private static final String FILM_PARTS = "credits,external_ids,videos,release_dates";
    private static final String SERIES_PARTS = "external_ids,content_ratings,aggregate_credits,videos";

    private final SystemHttp http;
    private final Integrations integrations;
    private final TmdbConfig config;
    private final Clock clock;

    Tmdb(SystemHttp http, Integrations integrations, TmdbConfig config, Clock clock) {
        this.http = http;
        this.integrations = integrations;
        this.config = config;
        this.clock = clock;
    }

    Uni<Optional<TitleFacts>> title(TitleId id) {
        String parts = id.type() == MediaType.MOVIE ? FILM_PARTS : SERIES_PARTS;
        return get("/" + word(id.type()) + "/" + id.tmdbId(), query().and("append_to_response", parts))
                .map(answer -> answer.status() == 404 ? Optional.empty() : Optional.of(facts(id, answer)));
    }

    private TitleFacts facts(TitleId id, Answer answer) {
        return TmdbTitle.facts(id, answer.ok().json(), config.region())
                .orElseThrow(
                        () -> new SystemDown(SystemKind.TMDB, "TMDB says something else than what was asked for."));
    }

    Uni<TitleList> search(
            String text, @Nullable MediaType type, @Nullable Integer year, int page, Map<Integer, String> genres) {
        Query query = query().and("query", text).and("page", page).and("include_adult", "false");
        if (type != null) {
            return searched(query, type, year, genres);
        }
        return year == null
                ? json("/search/multi", query).map(json -> TmdbLists.list(json, null, genres))
                : Uni.combine()
                        .all()
                        .unis(
                                searched(query, MediaType.MOVIE, year, genres),
                                searched(query, MediaType.SERIES, year, genres))
                        .with(TitleList::beside);
    }

    /** TMDB knows years only where it is asked for films or for series. */
    private Uni<TitleList> searched(Query query, MediaType type, @Nullable Integer year, Map<Integer, String> genres) {
        String field = type == MediaType.MOVIE ? "primary_release_year" : "first_air_date_year";
        return json("/search/" + word(type), year == null ? query : query.and(field, year))
                .map(json -> TmdbLists.list(json, type, genres));
    }

    Uni<TitleList> shelf(Shelf shelf, MediaType type, ShelfFilter filter, int page, Map<Integer, String> genres) {
        Query query = query().and("page", page);
        return (filter.equals(ShelfFilter.NONE) ? whole(shelf, type, query) : discovered(shelf, type, filter, query))
                .map(json -> TmdbLists.list(json, type, genres));
    }

    private Uni<JsonNode> whole(Shelf shelf, MediaType type, Query query) {
        return switch (shelf) {
            case TRENDING -> json("/trending/" + word(type) + "/week", query);
            case POPULAR -> discovered(shelf, type, ShelfFilter.NONE, query);
            case UPCOMING ->
                type == MediaType.MOVIE
                        ? json("/movie/upcoming", query.and("region", config.region()))
                        : discovered(shelf, type, ShelfFilter.NONE, query);
        };
    }

    private Uni<JsonNode> discovered(Shelf shelf, MediaType type, ShelfFilter filter, Query query) {
        Discovery discovery = new Discovery(type, config.region(), LocalDate.now(clock));
        return json("/discover/" + word(type), discovery.query(query, shelf, filter));
    }

    Uni<List<Provider>> providers(MediaType type) {
        return json("/watch/providers/" + word(type), query().and("watch_region", config.region()))
                .map(json -> TmdbLists.providers(json, config.region()));
    }

    Uni<List<Genre>> genres(MediaType type) {
        return json("/genre/" + word(type) + "/list", query()).map(TmdbLists::genreList);
    }

    Uni<Optional<TitleId>> byExternalId(MediaType type, ExternalId id) {
        String source = id.source() == ExternalId.Source.IMDB ? "imdb_id" : "tvdb_id";
        return json("/find/" + Query.encoded(id.value()), query().and("external_source", source))
                .map(json -> TmdbLists.found(json, type));
    }

    private Uni<JsonNode> json(String path, Query query) {
        return get(path, query).map(answer -> answer.ok().json());
    }

    private Uni<Answer> get(String path, Query query) {
        return integrations.required(SystemKind.TMDB).chain(connection -> http.get(connection, path, query));
    }

    private Query query() {
        return Query.of("language", config.language());
    }

    private static String word(MediaType type) {
        return type == MediaType.MOVIE ? "movie" : "tv";
    }
}

package org.medianest.media.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.medianest.media.system.Query;

/** How TMDB's {@code /discover} is asked for a shelf. */
final class Discovery {
    /** A ten that three people gave says nothing. */
    private static final int ENOUGH_VOTES = 10;

    private final boolean film;
    private final String region;
    private final LocalDate today;

    Discovery(MediaType type, String region, LocalDate today) {
        this.film = type == MediaType.MOVIE;
        this.region = region;
        this.today = today;
    }

    Query query(Query asked, Shelf shelf, ShelfFilter filter) {
        Query query = asked.and("sort_by", "popularity.desc").and("include_adult", "false");
        query = shelf == Shelf.UPCOMING ? still(query, filter.year()) : of(query, filter.year());
        if (filter.genre() != null) {
            query = query.and("with_genres", filter.genre());
        }
        if (filter.provider() != null) {
            query = query.and("with_watch_providers", filter.provider()).and("watch_region", region);
        }
        if (filter.rating() != null) {
            query = query.and("vote_average.gte", filter.rating()).and("vote_count.gte", ENOUGH_VOTES);
        }
        return query;
    }

    private Query of(Query query, @Nullable Integer year) {
        return year == null ? query : query.and(film ? "primary_release_year" : "first_air_date_year", year);
    }

    /** What is to come of a year is a span of days: TMDB does not say what a year and a day together mean. */
    private Query still(Query query, @Nullable Integer year) {
        String date = film ? "primary_release_date" : "first_air_date";
        Query since = query.and(date + ".gte", year == null ? today : later(today, LocalDate.of(year, 1, 1)));
        return year == null ? since : since.and(date + ".lte", LocalDate.of(year, 12, 31));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}

package org.medianest.media.library;

import static org.medianest.commons.database.Values.constant;
import static org.medianest.commons.database.Values.moment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.medianest.commons.database.Database;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleId;

/** Finds titles on the Plex server by name, also by one with typing errors, and those that came last. */
@ApplicationScoped
public class LibrarySearch {
    static final String ALIKE = """
            select type, tmdb_id, title, original_title, year, rating_key, added_at, words
            from library_item, lateral (select count(*) as hits from unnest(trigrams) t where t = any($1::text[])) as h
            where gone_at is null and tmdb_id is not null and trigrams && $1::text[] and hits * 10 >= cardinality($1::text[]) * 3
            order by hits desc, length(words), rating_key limit 100
            """;

    static final String NEWEST = """
            select type, tmdb_id, title, original_title, year, rating_key, added_at from library_item
            where gone_at is null and tmdb_id is not null order by added_at desc limit $1
            """;

    static final String FIND = """
            select type, tmdb_id, title, original_title, year, rating_key, added_at from library_item
            where type = $1 and tmdb_id = $2 and gone_at is null order by added_at, rating_key limit 1
            """;

    private final Database database;

    LibrarySearch(Database database) {
        this.database = database;
    }

    /** The best matches, best first. */
    public Uni<List<LibraryTitle>> byName(String query, int limit) {
        String typed = Words.of(query);
        return typed.isEmpty()
                ? Uni.createFrom().item(List.of())
                : database.list(row -> row, ALIKE, Words.trigrams(typed))
                        .map(rows -> rows.stream()
                                .filter(row -> Words.match(typed, row.getString("words")))
                                .map(LibrarySearch::title)
                                .toList())
                        .map(titles -> distinct(titles, limit));
    }

    /** A title as Plex calls it; empty when it is not there. */
    public Uni<Optional<LibraryTitle>> find(TitleId id) {
        return database.first(LibrarySearch::title, FIND, id.type(), id.tmdbId());
    }

    /** What came last, newest first. A title that came in two forms is there once. */
    public Uni<List<LibraryTitle>> recentlyAdded(int limit) {
        return database.list(LibrarySearch::title, NEWEST, limit * 2).map(titles -> distinct(titles, limit));
    }

    /** Whether a title is what somebody has typed, perhaps with a typing error. */
    public static boolean matches(String query, String title) {
        String typed = Words.of(query);
        return !typed.isEmpty() && Words.match(typed, Words.of(title));
    }

    private static List<LibraryTitle> distinct(List<LibraryTitle> titles, int limit) {
        Map<TitleId, LibraryTitle> firsts = new LinkedHashMap<>();
        titles.forEach(title -> firsts.putIfAbsent(title.id(), title));
        return firsts.values().stream().limit(limit).toList();
    }

    private static LibraryTitle title(Row row) {
        return new LibraryTitle(
                new TitleId(constant(row, "type", MediaType.class), row.getInteger("tmdb_id")),
                row.getString("title"),
                row.getString("original_title"),
                row.getInteger("year"),
                row.getString("rating_key"),
                moment(row, "added_at"));
    }
}

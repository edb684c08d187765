package org.medianest.media.library;

import static org.medianest.commons.database.Values.constant;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.library.PlexItem.PlexSeason;

/** Writes the tables {@code library_item} and {@code library_season}, a page at a time. Says which titles are other than before. */
@ApplicationScoped
class ItemStore {
    /**
     * A match is never lost because it is not said this time. A new series is not told here: it has no seasons yet.
     */
    private static final String KEEP_ITEMS = """
            with fresh as (
                select * from jsonb_to_recordset($1::jsonb) as f (rating_key text, section text, type text, tmdb_id int,
                    imdb_id text, tvdb_id int, unmatched text, title text, original_title text, year int, words text,
                    trigrams text[], added_at bigint)
            ), before as materialized (
                select rating_key, tmdb_id, gone_at from library_item where rating_key in (select rating_key from fresh)
            ), kept as (
                insert into library_item as i (rating_key, machine, section, type, tmdb_id, imdb_id, tvdb_id, unmatched, title,
                    original_title, year, words, trigrams, added_at, seen)
                select rating_key, $2, section, type, tmdb_id, imdb_id, tvdb_id, unmatched, title, original_title, year, words,
                    trigrams, to_timestamp(added_at), $3 from fresh
                on conflict (rating_key) do update
                set machine = excluded.machine, section = excluded.section, type = excluded.type,
                    tmdb_id = coalesce(excluded.tmdb_id, i.tmdb_id), imdb_id = coalesce(excluded.imdb_id, i.imdb_id),
                    tvdb_id = coalesce(excluded.tvdb_id, i.tvdb_id),
                    unmatched = case when coalesce(excluded.tmdb_id, i.tmdb_id) is null then excluded.unmatched end,
                    title = excluded.title, original_title = excluded.original_title, year = excluded.year,
                    words = excluded.words, trigrams = excluded.trigrams, added_at = excluded.added_at,
                    seen = greatest(excluded.seen, i.seen), gone_at = null
                returning rating_key, type, tmdb_id
            ), other as (
                select k.type, k.tmdb_id, b.tmdb_id as former_id from kept k left join before b using (rating_key)
                where b.rating_key is null and k.type = 'MOVIE'
                    or b.rating_key is not null and (b.gone_at is not null or b.tmdb_id is distinct from k.tmdb_id)
            )
            select type, tmdb_id from other where tmdb_id is not null
            union select type, former_id from other where former_id is not null
            """;

    private static final String KEEP_SEASONS = """
            with fresh as (
                select f.* from jsonb_to_recordset($1::jsonb) as f (series text, number int, episodes int, rating_key text)
                join library_item i on i.rating_key = f.series
            ), before as materialized (
                select s.series, s.number, s.episodes from library_season s join fresh using (series, number)
            ), kept as (
                insert into library_season as s (series, number, episodes, rating_key, seen)
                select series, number, episodes, rating_key, $2 from fresh
                on conflict (series, number) do update
                set episodes = excluded.episodes, rating_key = excluded.rating_key, seen = greatest(excluded.seen, s.seen)
                returning series, number, episodes
            )
            select distinct i.type, i.tmdb_id from kept k join library_item i on i.rating_key = k.series
            left join before b using (series, number)
            where i.tmdb_id is not null and b.episodes is distinct from k.episodes
            """;

    /** What neither this whole scan nor the one before has met. */
    private static final String GONE = """
            with gone as (update library_item set gone_at = now() where gone_at is null and seen < $1 returning type, tmdb_id)
            select distinct type, tmdb_id from gone where tmdb_id is not null
            """;

    private static final String SEASONS_GONE = """
            with gone as (delete from library_season where seen < $1 returning series)
            select distinct i.type, i.tmdb_id from gone join library_item i on i.rating_key = gone.series
            where i.tmdb_id is not null and i.gone_at is null
            """;

    private static final String COUNT = """
            select count(*)::int as there, (count(*) filter (where seen < $1))::int as missing
            from library_item where gone_at is null
            """;

    private static final String TO_MATCH = """
            select rating_key, type, imdb_id, tvdb_id from library_item
            where tmdb_id is null and gone_at is null and (imdb_id is not null or tvdb_id is not null) and rating_key > $1
            order by rating_key limit 500
            """;

    private static final String MATCH = """
            with matched as (
                update library_item
                set tmdb_id = $2, unmatched = case when $2::int is null then 'TMDB does not know what this is.' end
                where rating_key = $1 returning type, tmdb_id
            )
            select type, tmdb_id from matched where tmdb_id is not null
            """;

    private static final String SERIES =
            "select distinct type, tmdb_id from library_item where type = 'SERIES' and tmdb_id is not null and gone_at is null";

    private final Database database;

    ItemStore(Database database) {
        this.database = database;
    }

    Uni<Set<TitleId>> keep(Transaction transaction, String machine, long scan, Collection<PlexItem> items) {
        return items.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : titles(transaction.list(ItemStore::title, KEEP_ITEMS, rows(items), machine, scan));
    }

    Uni<Set<TitleId>> keepSeasons(Transaction transaction, long scan, Collection<PlexSeason> seasons) {
        return seasons.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : titles(transaction.list(ItemStore::title, KEEP_SEASONS, seasonRows(seasons), scan));
    }

    /** What was last met by a scan before this one is gone. */
    Uni<Set<TitleId>> lose(Transaction transaction, long before) {
        return transaction
                .list(ItemStore::title, GONE, before)
                .chain(items -> transaction
                        .list(ItemStore::title, SEASONS_GONE, before)
                        .map(series -> {
                            Set<TitleId> all = new HashSet<>(items);
                            all.addAll(series);
                            return all;
                        }));
    }

    Uni<Count> count(Transaction transaction, long scan) {
        return transaction
                .first(row -> new Count(row.getInteger("there"), row.getInteger("missing")), COUNT, scan)
                .map(count -> count.orElse(new Count(0, 0)));
    }

    /** The next of them in the order of their keys, none when there are no more. */
    Uni<List<ToMatch>> toMatch(String behind) {
        return database.list(
                row -> new ToMatch(
                        row.getString("rating_key"),
                        constant(row, "type", MediaType.class),
                        row.getString("imdb_id"),
                        row.getInteger("tvdb_id")),
                TO_MATCH,
                behind);
    }

    Uni<Set<TitleId>> match(Transaction transaction, String ratingKey, @Nullable Integer tmdbId) {
        return titles(transaction.list(ItemStore::title, MATCH, ratingKey, tmdbId));
    }

    Uni<List<TitleId>> series() {
        return database.list(row -> new TitleId(MediaType.SERIES, row.getInteger("tmdb_id")), SERIES);
    }

    /** All of it, when another server takes the place of the one before. */
    Uni<Void> clear(Transaction transaction) {
        return transaction.change("delete from library_item").replaceWithVoid();
    }

    private static JsonArray rows(Collection<PlexItem> items) {
        Map<String, JsonObject> rows = new LinkedHashMap<>();
        items.forEach(item -> rows.put(item.ratingKey(), row(item)));
        return new JsonArray(List.copyOf(rows.values()));
    }

    private static JsonObject row(PlexItem item) {
        String words = Words.of(item.title());
        String original = item.originalTitle() == null ? "" : Words.of(item.originalTitle());
        String all = original.isEmpty() || original.equals(words) ? words : words + " " + original;
        return new JsonObject()
                .put("rating_key", item.ratingKey())
                .put("section", item.section())
                .put("type", item.type() == PlexType.MOVIE ? "MOVIE" : "SERIES")
                .put("tmdb_id", item.guids().tmdb())
                .put("imdb_id", item.guids().imdb())
                .put("tvdb_id", item.guids().tvdb())
                .put("unmatched", item.guids().unmatched())
                .put("title", item.title())
                .put("original_title", item.originalTitle())
                .put("year", item.year())
                .put("words", all)
                .put("trigrams", new JsonArray(List.copyOf(Words.trigrams(all))))
                .put("added_at", item.addedAt().getEpochSecond());
    }

    /** Plex may have a season twice; what counts is the fuller one. */
    private static JsonArray seasonRows(Collection<PlexSeason> seasons) {
        Map<String, PlexSeason> fullest = new LinkedHashMap<>();
        seasons.forEach(season -> fullest.merge(
                season.series() + "/" + season.number(),
                season,
                (one, other) -> one.episodes() >= other.episodes() ? one : other));
        JsonArray rows = new JsonArray();
        fullest.values()
                .forEach(season -> rows.add(new JsonObject()
                        .put("series", season.series())
                        .put("number", season.number())
                        .put("episodes", season.episodes())
                        .put("rating_key", season.ratingKey())));
        return rows;
    }

    private static Uni<Set<TitleId>> titles(Uni<List<TitleId>> rows) {
        return rows.map(HashSet::new);
    }

    private static TitleId title(Row row) {
        return new TitleId(constant(row, "type", MediaType.class), row.getInteger("tmdb_id"));
    }

    /** What is there, and how much of it a scan has not met. */
    record Count(int there, int missing) {}

    /** An item that other catalogues than TMDB know. */
    record ToMatch(
            String ratingKey,
            MediaType type,
            @Nullable String imdbId,
            @Nullable Integer tvdbId) {}
}

package org.medianest.media.library;

import static org.medianest.commons.database.Values.constant;
import static org.medianest.commons.database.Values.moment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.medianest.commons.database.Sql;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleId;

/** Reads the tables {@code library_item} and {@code library_season}. */
@ApplicationScoped
class LibraryStore {
    static final String HOLDINGS = """
            select i.type, i.tmdb_id, i.rating_key, i.added_at, i.gone_at is not null as gone,
                (select coalesce(jsonb_object_agg(s.number, s.episodes), '{}') from library_season s
                 where s.series = i.rating_key and s.episodes > 0) as seasons
            from library_item i
            join unnest($1::text[], $2::int[]) as asked (type, tmdb_id) on asked.type = i.type and asked.tmdb_id = i.tmdb_id
            """;

    Uni<List<Holding>> holdings(Sql sql, Collection<TitleId> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : sql.list(
                        LibraryStore::holding,
                        HOLDINGS,
                        ids.stream().map(id -> id.type().name()).toList(),
                        ids.stream().map(TitleId::tmdbId).toList());
    }

    private static Holding holding(Row row) {
        return new Holding(
                new TitleId(constant(row, "type", MediaType.class), row.getInteger("tmdb_id")),
                row.getString("rating_key"),
                moment(row, "added_at"),
                row.getBoolean("gone"),
                seasons(row.getJsonObject("seasons")));
    }

    private static Map<Integer, Integer> seasons(JsonObject json) {
        Map<Integer, Integer> seasons = new HashMap<>();
        json.forEach(entry -> seasons.put(Integer.valueOf(entry.getKey()), ((Number) entry.getValue()).intValue()));
        return seasons;
    }
}

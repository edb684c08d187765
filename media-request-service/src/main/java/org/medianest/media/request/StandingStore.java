package org.medianest.media.request;

import static org.medianest.commons.database.Values.constant;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Database;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleId;

/** What the tables of requests say of titles. */
@ApplicationScoped
class StandingStore {
    /**
     * Of each title the request that it stands by: one of the person's own that is open, else another that is, else the last that is
     * theirs to see.
     */
    static final String OF = """
            select asked.type as asked_type, asked.tmdb_id as asked_tmdb_id, r.*,
                (select count(*) from title_follower f where f.type = asked.type and f.tmdb_id = asked.tmdb_id
                    and f.person is distinct from r.requester) as followers,
                following.since is not null as following
            from unnest($1::text[], $2::integer[]) as asked (type, tmdb_id)
            left join title_follower following
                on following.type = asked.type and following.tmdb_id = asked.tmdb_id and following.person = $3
            left join lateral (
                """ + RequestRow.REQUEST + RequestRow.SEASONS + """
                 from request r
                where r.type = asked.type and r.tmdb_id = asked.tmdb_id
                    and (r.open or r.requester = $3 or r.updated_at >= following.since)
                order by r.open and r.requester = $3 desc, r.open desc, r.id desc
                limit 1
            ) r on true
            """;

    static final String OPEN_OF_SERIES = RequestRow.REQUEST + RequestRow.SEASONS
            + " from request r where r.type = 'SERIES' and r.tmdb_id = $1 and r.open order by r.id";

    private final Database database;

    StandingStore(Database database) {
        this.database = database;
    }

    /** @param request null when there is none that this person may know of */
    record Known(TitleId title, @Nullable MediaRequest request, int followers, boolean following) {}

    Uni<List<Known>> of(Collection<TitleId> ids, UUID caller) {
        return database.list(StandingStore::known, OF, RequestStore.types(ids), RequestStore.tmdbIds(ids), caller);
    }

    Uni<List<MediaRequest>> openOfSeries(int tmdbId) {
        return database.list(RequestRow::request, OPEN_OF_SERIES, tmdbId);
    }

    private static Known known(Row row) {
        TitleId title = new TitleId(constant(row, "asked_type", MediaType.class), row.getInteger("asked_tmdb_id"));
        MediaRequest request = row.getUUID("id") == null ? null : RequestRow.request(row);
        return new Known(title, request, row.getInteger("followers"), row.getBoolean("following"));
    }
}

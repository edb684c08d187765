package org.medianest.media.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.medianest.commons.database.Sql;
import org.medianest.commons.database.Transaction;
import org.medianest.media.catalogue.TitleId;

/** The table {@code title_follower}. */
@ApplicationScoped
class FollowerStore {
    private static final String FOLLOW = """
            insert into title_follower (type, tmdb_id, person, since) values ($1, $2, $3, $4)
            on conflict (type, tmdb_id, person) do nothing
            """;

    private static final String UNFOLLOW =
            "delete from title_follower where type = $1 and tmdb_id = $2 and person = $3";

    static final String OF =
            "select person from title_follower where type = $1 and tmdb_id = $2 order by since, person";

    /** Who follows already does so since before. */
    Uni<Void> follow(Sql sql, TitleId title, UUID person, Instant now) {
        return sql.change(FOLLOW, title.type(), title.tmdbId(), person, now).replaceWithVoid();
    }

    Uni<Void> unfollow(Sql sql, TitleId title, UUID person) {
        return sql.change(UNFOLLOW, title.type(), title.tmdbId(), person).replaceWithVoid();
    }

    Uni<List<UUID>> of(Transaction transaction, TitleId title) {
        return transaction.list(row -> row.getUUID(0), OF, title.type(), title.tmdbId());
    }
}

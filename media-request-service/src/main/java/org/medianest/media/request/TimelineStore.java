package org.medianest.media.request;

import static org.medianest.commons.database.Values.constant;
import static org.medianest.commons.database.Values.moment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;

/** The table {@code request_timeline}. */
@ApplicationScoped
class TimelineStore {
    private static final String ADD =
            "insert into request_timeline (request, at, kind, text, actor, actor_name) values ($1, $2, $3, $4, $5, $6)";

    static final String OF = """
            select t.at, t.kind, t.text, coalesce(p.display_name, p.username, t.actor_name) as actor
            from request_timeline t left join person p on p.id = t.actor
            where t.request = $1 order by t.id
            """;

    private final Database database;

    TimelineStore(Database database) {
        this.database = database;
    }

    Uni<Void> add(
            Transaction transaction,
            UUID request,
            Instant at,
            TimelineKind kind,
            @Nullable String text,
            @Nullable Viewer actor) {
        return transaction
                .change(
                        ADD,
                        request,
                        at,
                        kind,
                        text,
                        actor == null ? null : actor.id(),
                        actor == null ? null : actor.name())
                .replaceWithVoid();
    }

    /** Oldest first. */
    Uni<List<TimelineEntry>> of(UUID request) {
        return database.list(
                row -> new TimelineEntry(
                        moment(row, "at"),
                        constant(row, "kind", TimelineKind.class),
                        row.getString("text"),
                        row.getString("actor")),
                OF,
                request);
    }
}

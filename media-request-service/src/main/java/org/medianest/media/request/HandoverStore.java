package org.medianest.media.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;

/** The table {@code handover}: what was approved and nobody has taken so far. */
@ApplicationScoped
class HandoverStore {
    private static final String ADD = """
            insert into handover (request, due) values ($1, $2)
            on conflict (request) do update set due = excluded.due, attempts = 0
            """;

    private static final String REMOVE = "delete from handover where request = $1";

    private static final String LATER = "update handover set due = $2, attempts = attempts + 1 where request = $1";

    static final String DUE = "select request, attempts from handover where due <= $1 order by due limit $2";

    private final Database database;
    private final Runnable wake;

    HandoverStore(Database database, HandoverSignal signal) {
        this.database = database;
        this.wake = signal::wake;
    }

    /** @param attempts how often it was tried in vain */
    record Due(UUID request, int attempts) {}

    Uni<Void> add(Transaction transaction, UUID request, Instant due) {
        transaction.afterCommit(wake);
        return transaction.change(ADD, request, due).replaceWithVoid();
    }

    Uni<Void> remove(Transaction transaction, UUID request) {
        return transaction.change(REMOVE, request).replaceWithVoid();
    }

    Uni<Void> later(Transaction transaction, UUID request, Instant due) {
        return transaction.change(LATER, request, due).replaceWithVoid();
    }

    /** Those that wait longest. */
    Uni<List<Due>> due(Instant now, int limit) {
        return database.list(row -> new Due(row.getUUID("request"), row.getInteger("attempts")), DUE, now, limit);
    }
}

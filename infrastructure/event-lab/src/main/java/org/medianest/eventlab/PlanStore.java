package org.medianest.eventlab;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;

/** The table {@code plan}. */
@ApplicationScoped
class PlanStore {
    private static final String OPEN = "select subject from plan where said < total order by subject";

    private static final String TAKE =
            "update plan set said = said + 1 where subject = $1 and said < total returning said - 1 as number";

    private final Database database;

    PlanStore(Database database) {
        this.database = database;
    }

    /** The subjects of which there is more to say. */
    Uni<List<UUID>> open() {
        return database.list(row -> row.getUUID("subject"), OPEN);
    }

    /** The number of what is to be said next of a subject; nothing when all has been. */
    Uni<Optional<Integer>> take(Transaction transaction, UUID subject) {
        return transaction.first(row -> row.getInteger("number"), TAKE, subject);
    }
}

package org.medianest.auth.setup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;

/** The table {@code setup}: one row, once. */
@ApplicationScoped
class SetupStore {
    private static final String DONE = "select exists (select 1 from setup)";
    private static final String COMPLETE =
            "insert into setup (completed_at, completed_by) values (now(), $1) on conflict do nothing";

    private final Database database;

    SetupStore(Database database) {
        this.database = database;
    }

    Uni<Boolean> isDone() {
        return database.first(row -> row.getBoolean(0), DONE).map(Optional::orElseThrow);
    }

    /** True for the one who completes it; others wait for the transaction to end. */
    Uni<Boolean> complete(Transaction transaction, UUID user) {
        return transaction.change(COMPLETE, user).map(inserted -> inserted == 1);
    }
}

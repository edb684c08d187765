package org.medianest.commons.consumer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;

/** Writes down what is asked for, where a service would say it. */
@ApplicationScoped
public class Asked implements Resync {
    private final Database database;

    Asked(Database database) {
        this.database = database;
    }

    @Override
    public Uni<Void> request(Transaction transaction, String stream) {
        return transaction
                .change("insert into asked (stream) values ($1)", stream)
                .replaceWithVoid();
    }

    /** How often that was asked for. */
    public long count(String stream) {
        return database.first(row -> row.getLong(0), "select count(*) from asked where stream = $1", stream)
                .await()
                .indefinitely()
                .orElseThrow();
    }
}

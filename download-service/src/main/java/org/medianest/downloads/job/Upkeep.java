package org.medianest.downloads.job;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.medianest.commons.outbox.Transactions;

/** What has to be done now and then, by any worker. */
@ApplicationScoped
public class Upkeep {
    private final JobStore store;
    private final Discards discards;
    private final IdempotencyKeys keys;
    private final Transactions transactions;

    Upkeep(JobStore store, Discards discards, IdempotencyKeys keys, Transactions transactions) {
        this.store = store;
        this.discards = discards;
        this.keys = keys;
        this.transactions = transactions;
    }

    /** Removes the files that nobody owns any more. */
    public Uni<Void> sweep() {
        return discards.sweep();
    }

    public Uni<Void> forgetOldKeys() {
        return transactions.run(keys::forgetOld);
    }

    /** How many jobs wait for a worker. */
    public Uni<Long> waiting() {
        return transactions.run(store::waiting);
    }

    /** Of these jobs, those whose unfinished files may still be wanted. */
    public Uni<List<UUID>> wanted(List<UUID> staged) {
        return staged.isEmpty() ? Uni.createFrom().item(List.of()) : transactions.run(() -> store.wanted(staged));
    }
}

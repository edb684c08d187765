package org.medianest.downloads.job;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.medianest.commons.idempotency.IdempotencyKeys;

/** What has to be done now and then, by any worker. */
@ApplicationScoped
public class Upkeep {
    private final JobStore store;
    private final Discards discards;
    private final IdempotencyKeys keys;
    private final Jobs jobs;

    Upkeep(JobStore store, Discards discards, IdempotencyKeys keys, Jobs jobs) {
        this.store = store;
        this.discards = discards;
        this.keys = keys;
        this.jobs = jobs;
    }

    /** Removes the files that nobody owns any more. */
    public Uni<Void> sweep() {
        return discards.sweep();
    }

    public Uni<Void> forgetOldKeys() {
        return keys.forgetOld();
    }

    /** Removes a handful of the downloads that are older than this house keeps them, if it has a limit. */
    public Uni<Void> removeOld() {
        return jobs.removeOld();
    }

    /** How many jobs wait for a worker, and how long. */
    public Uni<Waiting> waiting() {
        return store.waiting();
    }

    /** Of these jobs, those whose unfinished files may still be wanted. */
    public Uni<List<UUID>> wanted(List<UUID> staged) {
        return staged.isEmpty() ? Uni.createFrom().item(List.of()) : store.wanted(staged);
    }
}

package org.medianest.downloads.job;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code job}, row by row. The owner is part of every question that a person asks. */
@ApplicationScoped
class JobRepository implements PanacheRepositoryBase<Job, UUID> {
    Uni<@Nullable Job> owned(UUID id, UUID owner) {
        return find("id = ?1 and owner = ?2", id, owner).firstResult();
    }

    /** The same, with the row locked until the transaction ends: commands to one job wait for each other. */
    Uni<@Nullable Job> lockOwned(UUID id, UUID owner) {
        return find("id = ?1 and owner = ?2", id, owner)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** The job if this very attempt still holds it, locked; null for a worker that has lost it. */
    Uni<@Nullable Job> lockHeld(Lease lease) {
        return find("id = ?1 and attempt = ?2 and state in ?3", lease.job(), lease.attempt(), JobState.running())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }
}

package org.medianest.downloads.job;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.medianest.commons.database.Database;
import org.medianest.commons.idempotency.IdempotencyKeys;

/** The keys that people send with their requests. */
class RememberedKeys {
    @Produces
    @Singleton
    IdempotencyKeys keys(JobConfig config, Database database) {
        return new IdempotencyKeys(database, config.idempotency());
    }
}

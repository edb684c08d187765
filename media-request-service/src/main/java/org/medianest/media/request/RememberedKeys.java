package org.medianest.media.request;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.medianest.commons.database.Database;
import org.medianest.commons.idempotency.IdempotencyKeys;

/** The keys that people send with their wishes. */
class RememberedKeys {
    @Produces
    @Singleton
    IdempotencyKeys keys(RequestConfig config, Database database) {
        return new IdempotencyKeys(database, config.idempotency());
    }
}

package org.medianest.commons.consumer;

import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.medianest.commons.database.Database;

/** Events of a person that nothing was said of yet, while nothing else is on its way. */
abstract class WithTestEvents {
    @Inject
    Database database;

    @Inject
    TestEvents said;

    @Inject
    Ledger ledger;

    @Inject
    RedisDataSource redis;

    final UUID user = UUID.randomUUID();

    @BeforeEach
    void everythingIsQuiet() {
        said.settle();
    }
}

package org.medianest.commons.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a service under test the module's PostgreSQL and Redis. Use with {@code @WithTestResource}. */
public final class PostgresAndRedis implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of(
                "medianest.postgres",
                "127.0.0.1:" + EmbeddedPostgres17.port() + "/postgres",
                "medianest.postgres.username",
                "postgres",
                "medianest.postgres.password",
                "postgres",
                "medianest.redis",
                redisUrl());
    }

    /** Where the Redis of this JVM listens. */
    public static String redisUrl() {
        return "redis://127.0.0.1:" + EmbeddedRedis.sharedPort();
    }

    @Override
    public void stop() {
        // the servers are shared by all tests of the module and end with its JVM
    }
}

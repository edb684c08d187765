package org.medianest.commons.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a service under test the module's PostgreSQL and Redis, where it has the roles and the rights of production. Use with
 * {@code @WithTestResource}.
 */
public final class PostgresAndRedis implements QuarkusTestResourceLifecycleManager {
    static final String PASSWORD = "password-of-tests";

    @Override
    public Map<String, String> start() {
        return Map.of(
                "medianest.postgres",
                "127.0.0.1:" + EmbeddedPostgres17.port() + "/postgres",
                "medianest.postgres.password",
                PASSWORD,
                "medianest.postgres.owner-password",
                PASSWORD,
                "medianest.redis",
                redisUrl(),
                "medianest.redis.password",
                PASSWORD);
    }

    /** Where the Redis of this JVM listens. */
    public static String redisUrl() {
        return "redis://127.0.0.1:" + EmbeddedRedis.sharedPort();
    }

    /** Does in Postgres what a service may not do. */
    public static void administer(String statement) {
        EmbeddedPostgres17.run(EmbeddedPostgres17.port(), statement);
    }

    @Override
    public void stop() {
        // the servers are shared by all tests of the module and end with its JVM
    }
}

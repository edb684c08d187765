package org.medianest.commons.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link TcpRelay} between the service under test and its Redis; a test gets hold of it by a field of that type. What a test
 * injects of Quarkus's Redis client goes straight to Redis. Use beside {@link PostgresAndRedis}.
 */
public final class RelayedRedis implements QuarkusTestResourceLifecycleManager {
    private @Nullable TcpRelay relay;

    @Override
    public int order() {
        return 1; // its address wins
    }

    @Override
    public Map<String, String> start() {
        TcpRelay started = new TcpRelay("127.0.0.1", EmbeddedRedis.sharedPort());
        relay = started;
        return Map.of(
                "medianest.redis",
                "redis://127.0.0.1:" + started.port(),
                "quarkus.redis.hosts",
                PostgresAndRedis.redisUrl());
    }

    @Override
    public void inject(TestInjector fields) {
        fields.injectIntoFields(relay, new TestInjector.MatchesType(TcpRelay.class));
    }

    @Override
    public void stop() {
        if (relay != null) {
            relay.close();
        }
    }
}

package org.medianest.commons.startup;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** Refuses a Redis that would throw events away: one that evicts any key when it is full. */
@ApplicationScoped
public class RedisPolicyCheck {
    private static final Logger LOG = Logger.getLogger(RedisPolicyCheck.class);

    private final RedisDataSource redis;

    RedisPolicyCheck(RedisDataSource redis) {
        this.redis = redis;
    }

    void check(@Observes StartupEvent event) {
        try {
            refuseEviction(setting("maxmemory-policy"));
            warnWithoutPersistence(setting("appendonly"));
        } catch (CompletionException | UncheckedIOException | TimeoutException away) {
            LOG.warnf("Redis cannot be asked for its settings, going on: %s", away.getMessage());
        }
    }

    private static void refuseEviction(String policy) {
        if (policy.startsWith("allkeys-")) {
            throw new IllegalStateException("Redis has maxmemory-policy " + policy
                    + ", which evicts event streams. Set it to volatile-lru or noeviction.");
        }
    }

    private static void warnWithoutPersistence(String appendonly) {
        if ("no".equals(appendonly)) {
            LOG.warn("Redis has appendonly no: when it restarts, everybody is signed out and events repeat.");
        }
    }

    private String setting(String name) {
        Response value = redis.execute("CONFIG", "GET", name).get(name);
        return value == null ? "" : value.toString();
    }
}

package org.medianest.commons.startup;

import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.medianest.commons.redis.BlockingRedis;
import org.medianest.commons.redis.RedisAway;
import org.medianest.commons.redis.RedisLine;
import org.medianest.commons.redis.RedisLines;

/** Refuses a Redis that would throw events away: one that evicts any key when it is full, or forgets all when it restarts. */
@ApplicationScoped
public class RedisPolicyCheck {
    private static final Logger LOG = Logger.getLogger(RedisPolicyCheck.class);

    /** Starting is not held up for longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final RedisLines lines;

    RedisPolicyCheck(RedisLines lines) {
        this.lines = lines;
    }

    void check(@Observes StartupEvent event) {
        try (RedisLine line = lines.open(PATIENCE)) {
            BlockingRedis redis = new BlockingRedis(line);
            refuse(setting(redis, "maxmemory-policy"), setting(redis, "appendonly"));
        } catch (RedisAway | CompletionException away) {
            LOG.warnf("Redis cannot be asked for its settings, going on: %s", away.getMessage());
        }
    }

    static void refuse(String policy, String appendonly) {
        if (policy.startsWith("allkeys-")) {
            throw new IllegalStateException("Redis has maxmemory-policy " + policy
                    + ", which evicts event streams. Set it to volatile-lru or noeviction.");
        }
        if ("no".equals(appendonly)) {
            throw new IllegalStateException("Redis has appendonly no: when it restarts, everybody is signed out and the"
                    + " streams are empty. Set it to yes.");
        }
    }

    private static String setting(BlockingRedis redis, String name) {
        Response value = redis.send(Command.CONFIG, "GET", name).get(name);
        return value == null ? "" : value.toString();
    }
}

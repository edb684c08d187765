package org.medianest.commons.startup;

import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.redis.client.Command;
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
            String said = new BlockingRedis(line).send(Command.INFO).toString();
            refuse(figure(said, "maxmemory_policy"), figure(said, "aof_enabled"));
        } catch (RedisAway | CompletionException away) {
            LOG.warnf("Redis cannot be asked for its settings, going on: %s", away.getMessage());
        }
    }

    static void refuse(String policy, String keepsFile) {
        if (policy.startsWith("allkeys-")) {
            throw new IllegalStateException("Redis has maxmemory-policy " + policy
                    + ", which evicts event streams. Set it to volatile-lru or noeviction.");
        }
        if ("0".equals(keepsFile)) {
            throw new IllegalStateException("Redis has appendonly no: when it restarts, everybody is signed out and the"
                    + " streams are empty. Set it to yes.");
        }
    }

    /** Of what Redis says of itself to everybody: settings are for admins. */
    private static String figure(String said, String name) {
        String start = name + ":";
        return said.lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .map(line -> line.substring(start.length()).strip())
                .orElse("");
    }
}

package org.medianest.commons.outbox;

import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.medianest.commons.redis.RedisCommands;
import org.medianest.commons.redis.RedisHints;
import org.medianest.commons.redis.RedisLines;

/**
 * Replicas that do not relay tell the one that does that they have committed something. Only a hint: without it the relay looks after its
 * usual pause.
 */
@ApplicationScoped
class RelayHints {
    private static final Logger LOG = Logger.getLogger(RelayHints.class);

    /** Between two hints of one replica. */
    private static final Duration GAP = Duration.ofMillis(50);

    private final Vertx vertx;
    private final RedisLines lines;
    private final RedisCommands redis;
    private final AtomicBoolean pending = new AtomicBoolean();
    private volatile long toldAt = System.nanoTime() - GAP.toNanos();

    RelayHints(Vertx vertx, RedisLines lines, RedisCommands redis) {
        this.vertx = vertx;
        this.lines = lines;
        this.redis = redis;
    }

    RedisHints hear(String stream, Runnable wake) {
        return lines.hear(channel(stream), wake);
    }

    /** Soon, and once for all that is committed until then. May be called from anywhere. */
    void tell(String stream) {
        if (pending.compareAndSet(false, true)) {
            long rest = toldAt + GAP.toNanos() - System.nanoTime();
            vertx.setTimer(Math.max(1, Duration.ofNanos(rest).toMillis()), due -> tellNow(stream));
        }
    }

    private void tellNow(String stream) {
        toldAt = System.nanoTime();
        pending.set(false);
        redis.send(Request.cmd(Command.PUBLISH).arg(channel(stream)).arg(""))
                .subscribe()
                .with(heard -> {}, away -> LOG.debugf("no hint to the relay of %s: %s", stream, away));
    }

    private static String channel(String stream) {
        return stream + ":hint";
    }
}

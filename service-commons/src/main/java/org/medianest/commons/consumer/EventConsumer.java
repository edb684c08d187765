package org.medianest.commons.consumer;

import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamCommands;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.quarkus.redis.datasource.stream.XGroupCreateArgs;
import io.quarkus.redis.datasource.stream.XReadGroupArgs;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventConfig;
import org.medianest.commons.event.EventEnvelope;

/**
 * Reads the service's streams as a member of its consumer group, one entry after the other, on a thread of its own.
 *
 * <p>An entry is acknowledged only after its effect is committed. What fails, or was left by a consumer that died, stays pending and
 * is claimed again after a while; after the last attempt it goes to the dead-letter stream, so that it cannot block the others.
 */
@ApplicationScoped
public class EventConsumer {
    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final int BATCH = 50;
    private static final Duration BLOCK = Duration.ofSeconds(1);

    private final EventConfig config;
    private final Inbox inbox;
    private final RedisDataSource redis;
    private final StreamCommands<String, String, String> streams;
    private volatile boolean running;
    private @Nullable Thread loop;

    /** A blocking read holds its connection, so the consumer has a Redis client of its own. */
    EventConsumer(EventConfig config, Inbox inbox, @RedisClientName("events") RedisDataSource redis) {
        this.config = config;
        this.inbox = inbox;
        this.redis = redis;
        this.streams = redis.stream(String.class, String.class, String.class);
    }

    void start(@Observes StartupEvent event) {
        config.consumes().ifPresent(names -> {
            running = true;
            loop = Thread.ofPlatform().daemon().name("event-consumer").start(() -> consumeUntilStopped(names));
        });
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        if (loop != null) {
            loop.join(BLOCK.plusSeconds(5).toMillis());
        }
    }

    private void consumeUntilStopped(List<String> names) {
        Instant nextClaim = Instant.MIN;
        boolean joined = false;
        while (running) {
            try {
                if (!joined) {
                    names.forEach(this::joinGroup);
                    joined = true;
                }
                if (Instant.now().isAfter(nextClaim)) {
                    names.forEach(this::retryPending);
                    nextClaim = Instant.now().plus(config.retryAfter().dividedBy(2));
                }
                readNew(names).forEach(this::handle);
            } catch (Exception notNow) {
                LOG.warnf("events cannot be read, trying again: %s", notNow);
                joined = false; // Redis may have come back without the group
                pause();
            }
        }
    }

    /** From the beginning: a service that is new here must hear what was said before it came. */
    private void joinGroup(String stream) {
        try {
            streams.xgroupCreate(stream, config.service(), "0", new XGroupCreateArgs().mkstream());
        } catch (RuntimeException exists) {
            if (!String.valueOf(exists.getMessage()).contains("BUSYGROUP")) {
                throw exists;
            }
        }
    }

    private List<StreamMessage<String, String, String>> readNew(List<String> names) {
        Map<String, String> newOnes = names.stream().collect(Collectors.toMap(name -> name, name -> ">"));
        return streams.xreadgroup(
                config.service(),
                config.replica(),
                newOnes,
                new XReadGroupArgs().count(BATCH).block(BLOCK));
    }

    private void retryPending(String stream) {
        streams.xautoclaim(stream, config.service(), config.replica(), config.retryAfter(), "0", BATCH)
                .getMessages()
                .forEach(this::handle);
    }

    private void handle(StreamMessage<String, String, String> message) {
        try {
            EventEnvelope envelope = EventCodec.decode(field(message));
            inbox.apply(envelope).await().indefinitely();
            acknowledge(message);
        } catch (EventCodec.UnreadableEvent poison) {
            bury(message, poison);
        } catch (RuntimeException failed) {
            if (attempts(message) >= config.maxAttempts()) {
                bury(message, failed);
            } else {
                LOG.warnf(failed, "event %s of %s failed, it will be tried again", message.id(), message.key());
            }
        }
    }

    private static String field(StreamMessage<String, String, String> message) {
        return message.payload().getOrDefault(EventEnvelope.STREAM_FIELD, "");
    }

    private long attempts(StreamMessage<String, String, String> message) {
        return streams.xpending(message.key(), config.service(), StreamRange.of(message.id(), message.id()), 1).stream()
                .mapToLong(pending -> pending.getDeliveryCount())
                .findFirst()
                .orElse(1);
    }

    /** First the copy, then the acknowledgement: a crash between them leaves two copies rather than none. */
    private void bury(StreamMessage<String, String, String> message, Throwable cause) {
        LOG.errorf(cause, "event %s of %s goes to the dead letters", message.id(), message.key());
        streams.xadd(
                message.key() + ":dead",
                Map.of(
                        EventEnvelope.STREAM_FIELD,
                        field(message),
                        "entry",
                        message.id(),
                        "consumer",
                        config.service(),
                        "error",
                        String.valueOf(cause)));
        acknowledge(message);
    }

    private void acknowledge(StreamMessage<String, String, String> message) {
        streams.xack(message.key(), config.service(), message.id());
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.medianest.commons.live;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import org.medianest.commons.event.DomainEvent;
import org.medianest.commons.event.EventCatalogue;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventConfig;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.redis.RedisCommands;
import org.medianest.commons.trace.CurrentTrace;

/**
 * Tells those who are watching. Nothing here is kept: the stream is capped and a failure is the caller's to ignore. What must not
 * be lost goes through {@link org.medianest.commons.outbox.Events}.
 */
@ApplicationScoped
public class LiveFeed {
    private static final String KEPT_ENTRIES = "10000";

    private final EventConfig config;
    private final RedisCommands redis;

    LiveFeed(EventConfig config, RedisCommands redis) {
        this.config = config;
        this.redis = redis;
    }

    public Uni<Void> tell(DomainEvent event) {
        EventEnvelope envelope = EventCodec.wrap("/" + config.service(), event, CurrentTrace.traceparent());
        return redis.send(Request.cmd(Command.XADD)
                        .arg(EventCatalogue.streamOf(event.getClass()))
                        .arg("MAXLEN")
                        .arg("~")
                        .arg(KEPT_ENTRIES)
                        .arg("*")
                        .arg(EventEnvelope.STREAM_FIELD)
                        .arg(EventCodec.encode(envelope)))
                .replaceWithVoid();
    }
}

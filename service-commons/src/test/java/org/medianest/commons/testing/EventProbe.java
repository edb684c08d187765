package org.medianest.commons.testing;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamRange;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventEnvelope;

/** Looks at what has really been said on a stream, and says things as another service would. */
public final class EventProbe {
    private final RedisDataSource redis;

    public EventProbe(RedisDataSource redis) {
        this.redis = redis;
    }

    /** All events about a subject, oldest first. */
    public List<EventEnvelope> about(String stream, String subject) {
        return redis.stream(String.class, String.class, String.class).xrange(stream, StreamRange.of("-", "+")).stream()
                .map(message -> message.payload().get(EventEnvelope.STREAM_FIELD))
                .filter(Objects::nonNull)
                .map(EventCodec::decode)
                .filter(envelope -> envelope.subject().equals(subject))
                .toList();
    }

    /** The types of {@link #about}, oldest first. */
    public List<String> typesAbout(String stream, String subject) {
        return about(stream, subject).stream().map(EventEnvelope::type).toList();
    }

    /** Puts an envelope on a stream, as the relay of its service does. */
    public void say(String stream, EventEnvelope envelope) {
        redis.stream(String.class, String.class, String.class)
                .xadd(stream, Map.of(EventEnvelope.STREAM_FIELD, EventCodec.encode(envelope)));
    }

    /** The same, for one service only. */
    public void sayTo(String recipient, String stream, EventEnvelope envelope) {
        redis.stream(String.class, String.class, String.class)
                .xadd(
                        stream,
                        Map.of(
                                EventEnvelope.STREAM_FIELD,
                                EventCodec.encode(envelope),
                                EventEnvelope.RECIPIENT_FIELD,
                                recipient));
    }
}

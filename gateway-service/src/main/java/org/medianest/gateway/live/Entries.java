package org.medianest.gateway.live;

import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.event.DomainEvent;
import org.medianest.commons.event.EntryId;
import org.medianest.commons.event.EventCatalogue;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventCodec.UnreadableEvent;
import org.medianest.commons.event.EventEnvelope;

/** Entries of streams, as Redis answers them. */
final class Entries {
    private static final Logger LOG = Logger.getLogger(Entries.class);

    private static final Duration NEWS = Duration.ofMinutes(10);

    private Entries() {}

    /** One entry; what it says may be unreadable, but its place counts. */
    record Entry(EntryId id, Optional<LiveMessage> message) {}

    static List<Entry> of(String stream, Response entries) {
        List<Entry> all = new ArrayList<>(entries.size());
        for (Response entry : entries) {
            EntryId id = EntryId.of(entry.get(0).toString());
            all.add(new Entry(id, message(stream, id, entry.get(1))));
        }
        return all;
    }

    private static Optional<LiveMessage> message(String stream, EntryId id, Response fields) {
        @Nullable String text = null;
        for (int i = 0; i + 1 < fields.size(); i += 2) {
            switch (fields.get(i).toString()) {
                case EventEnvelope.STREAM_FIELD -> text = fields.get(i + 1).toString();
                case EventEnvelope.RECIPIENT_FIELD -> {
                    // told again to the one service that had given up on it: those who watch have seen it
                    return Optional.empty();
                }
                default -> {} // a newer version may say more
            }
        }
        return text == null ? Optional.empty() : message(stream, id, text);
    }

    private static Optional<LiveMessage> message(String stream, EntryId id, String text) {
        try {
            EventEnvelope event = EventCodec.decode(text);
            return isNews(event, id) && isAtHome(stream, event)
                    ? Optional.of(LiveMessage.of(stream, id, event))
                    : Optional.empty();
        } catch (UnreadableEvent unreadable) {
            LOG.warnf("unreadable event stream=%s id=%s cause=%s", stream, id, unreadable.getMessage());
            return Optional.empty();
        }
    }

    /**
     * A stream that lost its data is filled again with what happened days ago: that is for services, not for those who watch. The time
     * of an entry may be ahead, when Redis's clock once was.
     */
    private static boolean isNews(EventEnvelope event, EntryId id) {
        long said = Math.min(id.millis(), System.currentTimeMillis());
        return said - event.time().toEpochMilli() < NEWS.toMillis();
    }

    /** Only the service that tells an event may write to its stream. A type that is not known here may be of a newer version. */
    private static boolean isAtHome(String stream, EventEnvelope event) {
        Class<? extends DomainEvent> known = EventCatalogue.classOf(event.type());
        boolean isAtHome = known == null || EventCatalogue.streamOf(known).equals(stream);
        if (!isAtHome) {
            LOG.warnf("event of another service stream=%s type=%s", stream, event.type());
        }
        return isAtHome;
    }
}

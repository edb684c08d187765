package org.medianest.commons.deadletter;

import io.vertx.mutiny.redis.client.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.medianest.commons.event.EntryId;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventCodec.UnreadableEvent;
import org.medianest.commons.event.EventEnvelope;

/**
 * What a consumer has given up on.
 *
 * @param consumer the service that gave up
 * @param attempts how often it had tried
 * @param error what went wrong the last time
 * @param text what was said; perhaps no event at all
 */
public record DeadLetter(DeadLetterId id, String consumer, int attempts, String error, String text) {

    /** @param entry as Redis answers it */
    static DeadLetter of(String stream, Response entry) {
        Map<String, String> fields = new HashMap<>();
        Response list = entry.get(1);
        for (int i = 0; i + 1 < list.size(); i += 2) {
            fields.put(list.get(i).toString(), list.get(i + 1).toString());
        }
        return new DeadLetter(
                new DeadLetterId(stream, EntryId.of(entry.get(0).toString())),
                fields.getOrDefault("consumer", ""),
                number(fields.getOrDefault("attempts", "")),
                fields.getOrDefault("error", ""),
                fields.getOrDefault(EventEnvelope.STREAM_FIELD, ""));
    }

    public Instant buriedAt() {
        return Instant.ofEpochMilli(id.entry().millis());
    }

    /** The event, if it is one. */
    public Optional<EventEnvelope> event() {
        try {
            return Optional.of(EventCodec.decode(text));
        } catch (UnreadableEvent poison) {
            return Optional.empty();
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notOurs) {
            return 0;
        }
    }
}

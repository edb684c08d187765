package org.medianest.commons.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.id.Uuid7;

/**
 * Events to bytes and back. It has a mapper of its own: what travels between services must not change with the settings of an
 * HTTP API, and unlike a request, an event may have fields that this reader does not know yet.
 */
public final class EventCodec {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EventCodec() {}

    /** Wraps an event that happened now. */
    public static EventEnvelope wrap(String source, DomainEvent event, @Nullable String traceparent) {
        return new EventEnvelope(
                "1.0",
                Uuid7.next(),
                source,
                EventCatalogue.typeOf(event.getClass()),
                event.subject(),
                Instant.now(),
                "application/json",
                // the audience is an attribute of the envelope; a payload that repeated it could contradict it
                JSON.valueToTree(event),
                traceparent,
                event.audience().owner(),
                event.audience().permission());
    }

    public static String encode(EventEnvelope envelope) {
        try {
            return JSON.writeValueAsString(envelope);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an envelope is always JSON", impossible);
        }
    }

    /** @throws UnreadableEvent when the text is not an envelope */
    public static EventEnvelope decode(String json) {
        try {
            return whole(JSON.readValue(json, EventEnvelope.class));
        } catch (JsonProcessingException notAnEnvelope) {
            throw new UnreadableEvent("not a CloudEvent", notAnEnvelope);
        }
    }

    /** Jackson leaves out what is not there, and reads {@code null} as nothing at all. */
    private static EventEnvelope whole(@Nullable EventEnvelope read) {
        if (read == null
                || Stream.of(read.id(), read.type(), read.subject(), read.time(), read.data())
                        .anyMatch(Objects::isNull)) {
            throw new UnreadableEvent("not a CloudEvent", null);
        }
        return read;
    }

    /** @throws UnreadableEvent when the payload is not what its type says */
    public static <E extends DomainEvent> E payload(EventEnvelope envelope, Class<E> type) {
        try {
            return JSON.treeToValue(envelope.data(), type);
        } catch (JsonProcessingException notThatType) {
            throw new UnreadableEvent("not a " + envelope.type(), notThatType);
        }
    }

    /** Bytes that are not the event they claim to be. Trying again cannot help. */
    public static final class UnreadableEvent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableEvent(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}

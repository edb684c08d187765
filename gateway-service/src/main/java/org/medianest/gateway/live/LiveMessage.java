package org.medianest.gateway.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.event.EntryId;
import org.medianest.commons.event.EventEnvelope;

/**
 * One entry of a stream, as sockets get it.
 *
 * @param text the frame; encoded once for all sockets
 * @param owner the person who may see it
 * @param audience the permission whose holders may see it
 */
record LiveMessage(
        String stream,
        EntryId id,
        String type,
        String subject,
        String text,
        @Nullable String owner,
        @Nullable String audience) {
    private static final ObjectMapper JSON = new JsonMapper();

    @RegisterForReflection(registerFullHierarchy = true)
    private record Frame(String id, String type, String subject, String time, JsonNode data) {}

    static LiveMessage of(String stream, EntryId id, EventEnvelope event) {
        return new LiveMessage(
                stream,
                id,
                event.type(),
                event.subject(),
                encode(new Frame(
                        id.toString(),
                        event.type(),
                        event.subject(),
                        event.time().toString(),
                        event.data())),
                event.owner() == null ? null : event.owner().toString(),
                event.audience());
    }

    static String hello(EntryId cursor) {
        return "{\"type\":\"hello\",\"id\":\"" + cursor + "\"}";
    }

    static String resync() {
        return "{\"type\":\"resync\"}";
    }

    boolean isFor(String user, Set<String> permissions) {
        return user.equals(owner) || (audience != null && permissions.contains(audience));
    }

    /** Of such messages only the latest about a thing is worth something. */
    boolean isProgress() {
        return type.contains(".progress.");
    }

    private static String encode(Frame frame) {
        try {
            return JSON.writeValueAsString(frame);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a frame is always JSON", impossible);
        }
    }
}

package org.medianest.commons.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents 1.0 in JSON, with two extension attributes of ours.
 *
 * @param source the service that says it, {@code /auth-service}
 * @param subject the id of the thing it is about
 * @param traceparent W3C trace context of the request that caused it
 * @param owner extension: the person who may see it live
 * @param audience extension: the permission whose holders may see it live
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventEnvelope(
        String specversion,
        UUID id,
        String source,
        String type,
        String subject,
        Instant time,
        String datacontenttype,
        JsonNode data,
        @Nullable String traceparent,
        @Nullable UUID owner,
        @Nullable String audience) {

    /** The field of a stream entry that holds the envelope. */
    public static final String STREAM_FIELD = "event";

    /** The field of a stream entry that names the one consumer it is for; without it, an entry is for all. */
    public static final String RECIPIENT_FIELD = "for";
}

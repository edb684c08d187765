package org.medianest.auth.deadletter;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.deadletter.DeadLetter;
import org.medianest.commons.event.EventEnvelope;

/** A dead letter as an admin sees it. */
@Schema(
        name = "DeadLetter",
        requiredProperties = {
            "id",
            "stream",
            "consumer",
            "attempts",
            "error",
            "buriedAt",
            "eventId",
            "type",
            "subject",
            "time",
            "event"
        })
public record DeadLetterView(
        @Schema(description = "Its place", examples = "auth-1700000000000-0")
        String id,

        @Schema(description = "Where the event was said", examples = "events:auth")
        String stream,

        @Schema(description = "The service that gave up on it")
        String consumer,

        @Schema(description = "How often it had tried") int attempts,

        @Schema(description = "What went wrong the last time")
        String error,

        Instant buriedAt,

        @Schema(
                nullable = true,
                description = "Null, as type, subject and time are, when it is no event that can be read")
        @Nullable
        UUID eventId,

        @Schema(nullable = true) @Nullable String type,
        @Schema(nullable = true) @Nullable String subject,
        @Schema(nullable = true) @Nullable Instant time,

        @Schema(description = "What was said, as it was said; perhaps no JSON")
        String event) {

    static DeadLetterView of(DeadLetter letter) {
        Optional<EventEnvelope> event = letter.event();
        return new DeadLetterView(
                letter.id().toString(),
                letter.id().stream(),
                letter.consumer(),
                letter.attempts(),
                letter.error(),
                letter.buriedAt(),
                event.map(EventEnvelope::id).orElse(null),
                event.map(EventEnvelope::type).orElse(null),
                event.map(EventEnvelope::subject).orElse(null),
                event.map(EventEnvelope::time).orElse(null),
                letter.text());
    }
}

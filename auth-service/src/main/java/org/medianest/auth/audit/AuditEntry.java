package org.medianest.auth.audit;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.id.Uuid7;

/**
 * One thing that was done.
 *
 * @param actorId who did it; null when nobody was signed in, or the house did it itself
 * @param actorName their name at that time
 * @param action a word of {@link AuditAction}, or of a newer version's
 * @param subject the name of whom it was done to; what was typed as a name when a sign-in failed
 * @param detail more of it, for people
 */
@Schema(requiredProperties = {"id", "at", "actorId", "actorName", "action", "subject", "detail"})
public record AuditEntry(
        UUID id,
        Instant at,
        @Schema(nullable = true) @Nullable UUID actorId,
        @Schema(nullable = true) @Nullable String actorName,
        String action,
        String subject,
        @Schema(nullable = true) @Nullable String detail) {

    static AuditEntry of(Deed deed, Instant at) {
        return new AuditEntry(
                Uuid7.next(), at, deed.actorId(), deed.actorName(), deed.action(), deed.subject(), deed.detail());
    }
}

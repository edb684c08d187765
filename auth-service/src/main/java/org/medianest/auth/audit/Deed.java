package org.medianest.auth.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has just done; {@link Audit} says when.
 *
 * @param actorId who did it; null when nobody was signed in, or the house did it itself
 * @param actorName their name now
 * @param action a word of {@link AuditAction}, or of a newer version's
 * @param subject the name of whom it was done to; what was typed as a name when a sign-in failed
 * @param detail more of it, for people
 */
public record Deed(
        @Nullable UUID actorId,
        @Nullable String actorName,
        String action,
        String subject,
        @Nullable String detail) {

    public static Deed by(UUID actorId, String actorName, AuditAction action, String subject, @Nullable String detail) {
        return new Deed(actorId, actorName, action.name(), subject, detail);
    }

    /** Something that nobody who is known did. */
    public static Deed byNobody(AuditAction action, String subject, @Nullable String detail) {
        return new Deed(null, null, action.name(), subject, detail);
    }
}

package org.medianest.auth.plex;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in with Plex that was begun here.
 *
 * @param id what the browser asks about; nobody can guess it, and alone it opens nothing
 * @param pinId what plex.tv knows it by
 * @param stay whether the session outlives the browser
 * @param linkFor the person who links their Plex account; nothing for somebody who wants to come in
 * @param connects whether that person does not link their account but looks for the Plex server to connect
 * @param state {@code WAITING}, or what became of it
 * @param userId who came in
 */
record Ticket(
        UUID id,
        long pinId,
        boolean stay,
        @Nullable UUID linkFor,
        boolean connects,
        Instant expiresAt,
        PinState state,
        @Nullable String message,
        @Nullable UUID userId) {
    boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }

    Ticket became(PinState newState, @Nullable String why, @Nullable UUID who) {
        return new Ticket(id, pinId, stay, linkFor, connects, expiresAt, newState, why, who);
    }
}

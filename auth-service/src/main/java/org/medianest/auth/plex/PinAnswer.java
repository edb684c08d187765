package org.medianest.auth.plex;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.medianest.auth.user.AppUser;
import org.medianest.auth.user.Me;

/**
 * How far a sign-in with Plex is.
 *
 * @param message for people: why, and what to do
 * @param me with {@code SIGNED_IN}
 */
@Schema(requiredProperties = {"state", "message", "me"})
public record PinAnswer(
        PinState state,

        @Schema(nullable = true, description = "For people: why, and what to do") @Nullable
        String message,

        @Schema(nullable = true) @Nullable Me me) {
    static PinAnswer of(PlexArrival.Look look) {
        AppUser user = look.user();
        return new PinAnswer(look.state(), look.message(), user == null ? null : Me.of(user));
    }
}

package org.medianest.media.browse;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.medianest.media.system.NotConfigured;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemHealth;
import org.medianest.media.system.SystemKind;

/**
 * Whether all titles that there are could be asked for. When not, what is missing from a list is not known to be missing.
 *
 * @param message what is wrong, for people
 */
public record CatalogueState(
        State state, @Schema(nullable = true) @Nullable String message) {

    /** In a word. */
    public enum State {
        UP,
        DOWN,
        NOT_CONFIGURED
    }

    static CatalogueState of(SystemDown down) {
        return new CatalogueState(down instanceof NotConfigured ? State.NOT_CONFIGURED : State.DOWN, down.reason());
    }

    /** There was an answer, perhaps one from memory. */
    static CatalogueState answered(SystemHealth health) {
        return health.of(SystemKind.TMDB)
                .filter(look -> !look.up())
                .map(look -> new CatalogueState(State.DOWN, look.message()))
                .orElse(new CatalogueState(State.UP, null));
    }
}

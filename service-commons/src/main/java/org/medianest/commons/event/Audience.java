package org.medianest.commons.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may see an event in the browser.
 *
 * @param owner the person whose thing it is
 * @param permission those who hold it see it too
 */
public record Audience(@Nullable UUID owner, @Nullable String permission) {
    /** Between services only. */
    public static Audience nobody() {
        return new Audience(null, null);
    }

    public static Audience owner(UUID owner) {
        return new Audience(owner, null);
    }

    public static Audience holdersOf(String permission) {
        return new Audience(null, permission);
    }

    public Audience orHolderOf(String permission) {
        return new Audience(owner, permission);
    }
}

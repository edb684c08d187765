package org.medianest.media.system;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether each system answered when it was last asked, for whatever reason that was. */
@ApplicationScoped
public class SystemHealth {
    private final Clock clock;
    private final Map<SystemKind, Look> looks = new EnumMap<>(SystemKind.class);

    SystemHealth(Clock clock) {
        this.clock = clock;
    }

    /** Empty when it has not been asked yet. */
    public synchronized Optional<Look> of(SystemKind kind) {
        return Optional.ofNullable(looks.get(kind));
    }

    /** What was known is about another one now. */
    public synchronized void forget(SystemKind kind) {
        looks.remove(kind);
    }

    /** It answers. */
    public synchronized void up(SystemKind kind) {
        looks.put(kind, new Look(true, null, clock.instant()));
    }

    synchronized void down(SystemDown down) {
        looks.put(down.kind(), new Look(false, down.reason(), clock.instant()));
    }

    /**
     * How it was.
     *
     * @param message what is wrong, for people
     */
    public record Look(boolean up, @Nullable String message, Instant at) {}
}

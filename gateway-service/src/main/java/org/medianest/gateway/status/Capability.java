package org.medianest.gateway.status;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.medianest.gateway.watch.Watched;

/**
 * Whether something can be done at the moment.
 *
 * @param reason why not, in words
 * @param since when that began
 */
@RegisterForReflection(registerFullHierarchy = true)
public record Capability(
        boolean available,
        @Nullable String reason,
        @Nullable Instant since) {
    static final Capability AVAILABLE = new Capability(true, null, null);

    static Capability missing(String reason) {
        return new Capability(false, reason, null);
    }

    static Capability without(Watched down) {
        return new Capability(false, down.name() + ": " + reasonOf(down), down.since());
    }

    private static String reasonOf(Watched down) {
        String message = down.message();
        return message == null ? "It does not answer." : message;
    }
}

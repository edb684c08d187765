package org.medianest.commons.event;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.identity.Permission;

/** What gateway-service tells of the systems that it watches. */
@RegisterForReflection
@ToldBy("gateway-service")
@ToldOn(EventStream.STATUS)
public sealed interface StatusEvent extends DomainEvent {
    @Override
    default Audience audience() {
        return Audience.holdersOf(Permission.STATUS_READ);
    }

    /**
     * Something that is watched works, or has stopped to.
     *
     * @param id what it is called in the API of the status
     * @param name what people call it
     * @param kind one of SERVICE, SYSTEM, MONITOR
     * @param state one of UP, DOWN, PENDING, MAINTENANCE, UNKNOWN
     * @param since when that began
     * @param message why, in words for people
     */
    @EventType("medianest.status.changed.v1")
    record StatusChanged(
            String id,
            String name,
            String kind,
            String state,
            Instant since,
            @Nullable String message) implements StatusEvent {
        @Override
        public String subject() {
            return id;
        }
    }
}

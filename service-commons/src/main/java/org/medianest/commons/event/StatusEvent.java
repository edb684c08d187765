package org.medianest.commons.event;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.identity.Permission;

/** What gateway-service tells of the systems that it watches, and of who has connected them. */
@RegisterForReflection
@ToldBy("gateway-service")
@ToldOn(EventStream.STATUS)
public sealed interface StatusEvent extends DomainEvent {
    @Override
    default Audience audience() {
        return Audience.holdersOf(Permission.STATUS_READ);
    }

    /**
     * The gateway hears a stream for the first time: the stream's owner says its state again, to the gateway only.
     *
     * @param stream the stream whose owner is asked
     * @param service who asks
     */
    @EventType("medianest.status.resyncrequested.v1")
    record StatusResyncRequested(UUID requestId, String stream, String service) implements StatusEvent {
        @Override
        public String subject() {
            return requestId.toString();
        }

        @Override
        public Audience audience() {
            return Audience.nobody();
        }
    }

    /**
     * What an admin has done with the connection of a system that only the gateway asks, for the audit log.
     *
     * @param actorId the account of the admin
     * @param system its name for people
     * @param action one of INTEGRATION_CONNECTED, INTEGRATION_DISCONNECTED
     */
    @EventType("medianest.source.administered.v1")
    record SourceAdministered(UUID actorId, String system, String action) implements StatusEvent {
        @Override
        public String subject() {
            return system;
        }

        @Override
        public Audience audience() {
            return Audience.nobody();
        }
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

package org.medianest.commons.event;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** What media-request-service tells. */
@RegisterForReflection
@ToldBy("media-request-service")
@ToldOn(EventStream.MEDIA)
public sealed interface MediaEvent extends DomainEvent {

    /**
     * A service hears a stream for the first time, and what was said before its oldest entry is gone: the stream's owner says its
     * state again, to that service only.
     *
     * @param stream the stream whose owner is asked
     * @param service who asks
     */
    @EventType("medianest.resync.requested.v1")
    record ResyncRequested(UUID requestId, String stream, String service) implements MediaEvent {
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
     * The house has a Plex server now, or another one, or a new name for it: whoever has a share of it may come in with their Plex account.
     *
     * @param machineIdentifier what Plex knows the server by
     * @param name what its owner calls it
     */
    @EventType("medianest.plex.connected.v1")
    record PlexServerConnected(String machineIdentifier, String name) implements MediaEvent {
        @Override
        public String subject() {
            return machineIdentifier;
        }

        @Override
        public Audience audience() {
            return Audience.nobody();
        }
    }

    /** The house has this Plex server no longer. */
    @EventType("medianest.plex.disconnected.v1")
    record PlexServerDisconnected(String machineIdentifier) implements MediaEvent {
        @Override
        public String subject() {
            return machineIdentifier;
        }

        @Override
        public Audience audience() {
            return Audience.nobody();
        }
    }
}

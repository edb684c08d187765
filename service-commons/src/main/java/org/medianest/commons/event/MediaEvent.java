package org.medianest.commons.event;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /**
     * An admin has connected a system that MediaNest works with, changed how, or disconnected it.
     *
     * @param kind PLEX, TMDB, SEERR, RADARR or SONARR
     * @param configured whether it is connected now
     * @param name what it calls itself
     * @param probeUrl an address without secrets that answers when the system is up, with whatever status below 500
     */
    @EventType("medianest.integration.changed.v1")
    record IntegrationChanged(
            String kind,
            boolean configured,
            @Nullable String name,
            @Nullable String probeUrl) implements MediaEvent {
        @Override
        public String subject() {
            return kind;
        }

        @Override
        public Audience audience() {
            return Audience.nobody();
        }
    }
}

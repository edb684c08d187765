package org.medianest.commons.event;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.identity.Permission;

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
    }

    /** The house has this Plex server no longer. */
    @EventType("medianest.plex.disconnected.v1")
    record PlexServerDisconnected(String machineIdentifier) implements MediaEvent {
        @Override
        public String subject() {
            return machineIdentifier;
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
    }

    /**
     * What an admin has done with the connection of a system, for the audit log.
     *
     * @param actorName what they are called at that time
     * @param system its name for people
     * @param action one of INTEGRATION_CONNECTED, INTEGRATION_DISCONNECTED, INTEGRATION_WEBHOOK_RENEWED
     */
    @EventType("medianest.integration.administered.v1")
    record IntegrationAdministered(UUID actorId, String actorName, String system, String action) implements MediaEvent {
        @Override
        public String subject() {
            return system;
        }
    }

    /** Something that happened to what somebody asked for: it is theirs, and of those who see all requests. */
    @ToldBy("media-request-service")
    @ToldOn(EventStream.MEDIA)
    sealed interface OfRequest extends MediaEvent {
        UUID requestId();

        UUID ownerId();

        /** MOVIE or SERIES. */
        String type();

        /** Unique within its type. */
        int tmdbId();

        String title();

        @Override
        default String subject() {
            return requestId().toString();
        }

        @Override
        default Audience audience() {
            return Audience.owner(ownerId()).orHolderOf(Permission.REQUESTS_VIEW_ALL);
        }
    }

    /**
     * Somebody asked for a film, or for seasons of a series.
     *
     * @param type MOVIE or SERIES
     */
    @EventType("medianest.request.created.v1")
    record RequestCreated(UUID requestId, UUID ownerId, String type, int tmdbId, String title) implements OfRequest {}

    /**
     * It may be got: somebody said so, or the person needs nobody's word.
     *
     * @param type MOVIE or SERIES
     */
    @EventType("medianest.request.approved.v1")
    record RequestApproved(UUID requestId, UUID ownerId, String type, int tmdbId, String title) implements OfRequest {}

    /**
     * It will not be got.
     *
     * @param type MOVIE or SERIES
     * @param reason for people, never empty
     */
    @EventType("medianest.request.declined.v1")
    record RequestDeclined(UUID requestId, UUID ownerId, String type, int tmdbId, String title, String reason)
            implements OfRequest {}

    /**
     * It is not wanted any more.
     *
     * @param type MOVIE or SERIES
     */
    @EventType("medianest.request.cancelled.v1")
    record RequestCancelled(UUID requestId, UUID ownerId, String type, int tmdbId, String title) implements OfRequest {}

    /**
     * It could not be handed to whatever gets films. It can be tried again.
     *
     * @param type MOVIE or SERIES
     * @param reason for people, never empty
     */
    @EventType("medianest.request.failed.v1")
    record RequestFailed(UUID requestId, UUID ownerId, String type, int tmdbId, String title, String reason)
            implements OfRequest {}

    /**
     * All of it is in the library.
     *
     * @param type MOVIE or SERIES
     */
    @EventType("medianest.request.available.v1")
    record RequestAvailable(UUID requestId, UUID ownerId, String type, int tmdbId, String title) implements OfRequest {}

    /**
     * It has come further on its way, or is stuck on it.
     *
     * @param type MOVIE or SERIES
     * @param stage WAITING_FOR_RELEASE, SEARCHING, DOWNLOADING, NEEDS_ATTENTION, IMPORTED_NOT_IN_PLEX, PARTLY_AVAILABLE or
     *     APPROVED_QUEUED
     * @param reason for people; null when there is nothing to say
     */
    @EventType("medianest.request.stage.v1")
    record RequestStageChanged(
            UUID requestId,
            UUID ownerId,
            String type,
            int tmdbId,
            String title,
            String stage,
            @Nullable String reason) implements OfRequest {}

    /**
     * How far its download is. Only for those who are watching: it never goes through the outbox, the latest wins.
     *
     * @param type MOVIE or SERIES
     * @param percent 0 to 100
     */
    @EventType("medianest.request.progress.v1")
    @ToldOn(EventStream.LIVE)
    record RequestProgressed(
            UUID requestId,
            UUID ownerId,
            String type,
            int tmdbId,
            String title,
            double percent,
            @Nullable Long etaSeconds)
            implements OfRequest {}

    /**
     * News of a title for somebody who follows it and has not asked for it. One each.
     *
     * @param personId who follows it
     * @param type MOVIE or SERIES
     * @param state how the title is now, such as AVAILABLE
     * @param reason for people; null when there is nothing to say
     */
    @EventType("medianest.title.followed.v1")
    record FollowedTitleChanged(
            UUID personId,
            UUID requestId,
            String type,
            int tmdbId,
            String title,
            String state,
            @Nullable String reason) implements MediaEvent {
        @Override
        public String subject() {
            return requestId.toString();
        }

        @Override
        public Audience audience() {
            return Audience.owner(personId);
        }
    }

    /**
     * A download is in Plex, in the collection of its owner.
     *
     * @param ratingKey what the Plex server calls it
     * @param playUrl where it plays in Plex' own application
     * @param title what it is called; versions before did not say it
     */
    @EventType("medianest.download.shelved.v1")
    record DownloadShelved(
            UUID downloadId,
            UUID ownerId,
            String ratingKey,
            String playUrl,
            @Nullable String title) implements MediaEvent {
        @Override
        public String subject() {
            return downloadId.toString();
        }

        @Override
        public Audience audience() {
            return Audience.owner(ownerId).orHolderOf(Permission.DOWNLOADS_MANAGE);
        }
    }
}

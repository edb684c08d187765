package org.medianest.commons.event;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
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

        @Override
        public Audience audience() {
            return Audience.nobody();
        }
    }

    /**
     * A download is in Plex, in the collection of its owner.
     *
     * @param ratingKey what the Plex server calls it
     * @param playUrl where it plays in Plex' own application
     */
    @EventType("medianest.download.shelved.v1")
    record DownloadShelved(UUID downloadId, UUID ownerId, String ratingKey, String playUrl) implements MediaEvent {
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

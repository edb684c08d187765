package org.medianest.commons.event;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.identity.Permission;

/** What auth-service tells. */
@RegisterForReflection
@ToldBy("auth-service")
@ToldOn(EventStream.AUTH)
public sealed interface AuthEvent extends DomainEvent {

    /**
     * auth-service hears a stream for the first time: the stream's owner says its state again, to auth-service only.
     *
     * @param stream the stream whose owner is asked
     * @param service who asks
     */
    @EventType("medianest.auth.resyncrequested.v1")
    record AuthResyncRequested(UUID requestId, String stream, String service) implements AuthEvent {
        @Override
        public String subject() {
            return requestId.toString();
        }
    }

    /**
     * A person has an account now. Others keep the name and the permissions as their own small copy. It is said again, as things are by
     * then, to a service that is new and asks.
     *
     * @param username the name that they sign in with, or were given; lower case, unique
     * @param displayName how they want to be called; null when that is the username
     * @param plexId the id of their Plex account; null when they have linked none
     */
    @EventType("medianest.user.registered.v1")
    record UserRegistered(
            UUID userId,
            String username,
            List<String> permissions,
            @Nullable String displayName,
            @Nullable Long plexId) implements AuthEvent {
        public UserRegistered {
            permissions = List.copyOf(permissions);
        }

        /** Somebody with a name and a password of this house. */
        public UserRegistered(UUID userId, String username, List<String> permissions) {
            this(userId, username, permissions, null, null);
        }

        @Override
        public String subject() {
            return userId.toString();
        }

        @Override
        public Audience audience() {
            return Audience.owner(userId).orHolderOf(Permission.USERS_MANAGE);
        }
    }

    /**
     * What others keep of a person is different now: all of it as it is by then.
     *
     * @param username the name that they sign in with, or were given; lower case, unique
     * @param displayName how they want to be called; null when that is the username
     * @param plexId the id of their Plex account; null when they have linked none
     * @param suspended whether they are shut out
     */
    @EventType("medianest.user.changed.v1")
    record UserChanged(
            UUID userId,
            String username,
            List<String> permissions,
            @Nullable String displayName,
            @Nullable Long plexId,
            boolean suspended)
            implements AuthEvent {
        public UserChanged {
            permissions = List.copyOf(permissions);
        }

        @Override
        public String subject() {
            return userId.toString();
        }

        @Override
        public Audience audience() {
            return Audience.owner(userId).orHolderOf(Permission.USERS_MANAGE);
        }
    }

    /** A session has ended before its time: signed out, suspended, or ended from elsewhere. Open sockets of it close. */
    @EventType("medianest.session.revoked.v1")
    record SessionRevoked(UUID sessionId, UUID userId) implements AuthEvent {
        @Override
        public String subject() {
            return sessionId.toString();
        }

        @Override
        public Audience audience() {
            return Audience.owner(userId);
        }
    }

    /**
     * Something is new in a person's inbox.
     *
     * @param kind REQUEST_DECLINED, REQUEST_AVAILABLE, REQUEST_FAILED, FOLLOWED_AVAILABLE, FOLLOWED_DECLINED or DOWNLOAD_IN_PLEX
     * @param title of what it is about; null when nobody has said it
     * @param reason for people; null when there is nothing to say
     */
    @EventType("medianest.notification.added.v1")
    record NotificationAdded(
            UUID notificationId,
            UUID personId,
            String kind,
            @Nullable String title,
            @Nullable String reason) implements AuthEvent {
        @Override
        public String subject() {
            return notificationId.toString();
        }

        @Override
        public Audience audience() {
            return Audience.owner(personId);
        }
    }

    /**
     * An admin had an event tried again that a consumer had given up on.
     *
     * @param actorId who did it
     * @param deadLetterId the place among the dead letters, which is free now
     * @param stream where the event is again
     * @param consumer the service that gave up on it, and is the only one to hear it again
     * @param eventId null when what lay there was no event
     */
    @EventType("medianest.deadletter.replayed.v1")
    record DeadLetterReplayed(
            UUID actorId,
            String deadLetterId,
            String stream,
            String consumer,
            @Nullable UUID eventId) implements AuthEvent {
        @Override
        public String subject() {
            return deadLetterId;
        }

        @Override
        public Audience audience() {
            return Audience.holdersOf(Permission.AUDIT_READ);
        }
    }

    /**
     * An admin threw an event away that a consumer had given up on.
     *
     * @param actorId who did it
     * @param deadLetterId the place among the dead letters, which is free now
     * @param stream where the event was said
     * @param consumer the service that gave up on it, and will never apply it
     * @param eventId null when what lay there was no event
     */
    @EventType("medianest.deadletter.dropped.v1")
    record DeadLetterDropped(
            UUID actorId,
            String deadLetterId,
            String stream,
            String consumer,
            @Nullable UUID eventId) implements AuthEvent {
        @Override
        public String subject() {
            return deadLetterId;
        }

        @Override
        public Audience audience() {
            return Audience.holdersOf(Permission.AUDIT_READ);
        }
    }
}

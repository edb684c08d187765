package org.medianest.commons.event;

import java.util.List;
import java.util.UUID;
import org.medianest.commons.identity.Permission;

/** What auth-service tells. */
@ToldBy("auth-service")
@ToldOn(EventStream.AUTH)
public sealed interface AuthEvent extends DomainEvent {

    /** A person has an account now. Others keep the name and the permissions as their own small copy. */
    @EventType("medianest.user.registered.v1")
    record UserRegistered(UUID userId, String username, List<String> permissions) implements AuthEvent {
        public UserRegistered {
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
}

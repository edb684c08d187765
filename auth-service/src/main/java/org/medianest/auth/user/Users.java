package org.medianest.auth.user;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.medianest.commons.event.AuthEvent.UserRegistered;
import org.medianest.commons.outbox.Events;

/** The people of the house. */
@ApplicationScoped
public class Users implements PanacheRepositoryBase<AppUser, UUID> {
    private final Events events;

    Users(Events events) {
        this.events = events;
    }

    /** Keeps a new person and says so. Runs inside the caller's transaction. */
    public Uni<AppUser> register(AppUser user) {
        return persist(user)
                .call(() -> flush())
                .call(() -> events.publish(new UserRegistered(user.id(), user.username(), user.permissions())));
    }

    /** The person with this name in any spelling. */
    @WithSession
    public Uni<Optional<AppUser>> named(String username) {
        return find("username", AppUser.canonical(username)).firstResult().map(Optional::ofNullable);
    }

    /** The person with this id. */
    @WithSession
    public Uni<Optional<AppUser>> byId(UUID id) {
        return findById(id).map(Optional::ofNullable);
    }
}

package org.medianest.auth.user;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.AuthEvent.UserRegistered;
import org.medianest.commons.outbox.Events;

/** The people of the house. */
@ApplicationScoped
public class Users {
    private final UserStore store;
    private final Events events;

    Users(UserStore store, Events events) {
        this.store = store;
        this.events = events;
    }

    /** Keeps a new person and says so. */
    public Uni<AppUser> register(Transaction transaction, AppUser user) {
        return store.insert(transaction, user)
                .chain(() ->
                        events.publish(transaction, new UserRegistered(user.id(), user.username(), user.permissions())))
                .replaceWith(user);
    }

    /** The person with this name in any spelling. */
    public Uni<Optional<AppUser>> named(String username) {
        return store.named(AppUser.canonical(username));
    }

    /** The person with this id. */
    public Uni<Optional<AppUser>> byId(UUID id) {
        return store.byId(id);
    }
}

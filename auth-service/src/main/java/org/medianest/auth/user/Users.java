package org.medianest.auth.user;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.AuthEvent.UserRegistered;
import org.medianest.commons.outbox.Events;

/** The people of the house. */
@ApplicationScoped
public class Users {
    /** So many are read and said at a time: what is in memory is bounded, and 100,000 people are 200 statements. */
    private static final int PAGE = 1_000;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final UserStore store;
    private final Events events;

    Users(UserStore store, Events events) {
        this.store = store;
        this.events = events;
    }

    /** Keeps a new person and says so. */
    public Uni<AppUser> register(Transaction transaction, AppUser user) {
        return store.insert(transaction, user)
                .chain(() -> events.publish(transaction, registered(user)))
                .replaceWith(user);
    }

    /**
     * Says of every person again that they are registered, as they are now, to that service only. Older news of a person cannot come
     * after newer: the row is locked while it is said, so that what is said of a later change has a later place in the stream.
     */
    Uni<Void> sayAgain(Transaction transaction, String recipient) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<>(BEFORE_ALL), last -> sayPage(transaction, recipient, last))
                .whilst(said -> said == PAGE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** The person with this name in any spelling. */
    public Uni<Optional<AppUser>> named(String username) {
        return store.named(AppUser.canonical(username));
    }

    /** The person with this id. */
    public Uni<Optional<AppUser>> byId(UUID id) {
        return store.byId(id);
    }

    private Uni<Integer> sayPage(Transaction transaction, String recipient, AtomicReference<UUID> last) {
        return store.after(transaction, last.get(), PAGE).chain(people -> {
            if (people.isEmpty()) {
                return Uni.createFrom().item(0);
            }
            last.set(people.getLast().id());
            return events.tell(
                            transaction,
                            recipient,
                            people.stream().map(Users::registered).toList())
                    .replaceWith(people.size());
        });
    }

    private static UserRegistered registered(AppUser user) {
        return new UserRegistered(user.id(), user.username(), user.permissions());
    }
}

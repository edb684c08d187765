package org.medianest.auth.user;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.medianest.commons.database.Sql;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.AuthEvent;
import org.medianest.commons.event.AuthEvent.UserChanged;
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

    /**
     * The same for somebody whose name is theirs elsewhere: here they get it as far as it is a name and free, and a number behind it otherwise.
     *
     * @param wish the name elsewhere; perhaps none
     */
    public Uni<AppUser> registerGuest(Transaction transaction, String wish, Function<String, AppUser> withName) {
        List<String> candidates = Usernames.candidates(wish);
        return store.taken(transaction, candidates)
                .map(taken -> Usernames.firstFree(candidates, taken))
                .chain(name -> register(transaction, withName.apply(name)));
    }

    /** Waits until nobody else lets somebody in, and keeps others waiting until the transaction ends. */
    public Uni<Void> oneAtATime(Transaction transaction) {
        return store.oneAtATime(transaction);
    }

    /** Keeps what has changed of a person, and says so. */
    public Uni<AppUser> change(Transaction transaction, AppUser changed) {
        return store.change(transaction, changed)
                .chain(() -> events.publish(transaction, changed(changed)))
                .replaceWith(changed);
    }

    /** The person with this Plex account. */
    public Uni<Optional<AppUser>> byPlexId(Sql sql, long plexId) {
        return store.byPlexId(sql, plexId);
    }

    /** The person as they are until the transaction ends. */
    public Uni<Optional<AppUser>> asTheyStay(Transaction transaction, UUID id) {
        return store.asItStays(transaction, id);
    }

    /** The person, and all who have the permission to look after people, suspended or not; nobody else can change them now. */
    public Uni<List<AppUser>> lockWithManagers(Transaction transaction, UUID id) {
        return store.lockWithManagers(transaction, id);
    }

    /** They are here. */
    public Uni<Void> seen(UUID id) {
        return store.seen(id);
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
                            people.stream().flatMap(Users::standing).toList())
                    .replaceWith(people.size());
        });
    }

    /** That somebody is shut out is no news of a new person. */
    private static Stream<AuthEvent> standing(AppUser user) {
        return user.isSuspended() ? Stream.of(registered(user), changed(user)) : Stream.of(registered(user));
    }

    private static UserRegistered registered(AppUser user) {
        return new UserRegistered(user.id(), user.username(), user.permissions(), user.displayName(), user.plexId());
    }

    private static UserChanged changed(AppUser user) {
        return new UserChanged(
                user.id(), user.username(), user.permissions(), user.displayName(), user.plexId(), user.isSuspended());
    }
}

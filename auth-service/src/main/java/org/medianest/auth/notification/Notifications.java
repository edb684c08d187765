package org.medianest.auth.notification;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.medianest.commons.concurrent.InTurn;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.AuthEvent.NotificationAdded;
import org.medianest.commons.id.Uuid7;
import org.medianest.commons.outbox.Events;
import org.medianest.commons.paging.Page;
import org.medianest.commons.paging.PageRequest;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.tidying.Ageing;

/** Everybody's inbox. What is old goes. */
@ApplicationScoped
public class Notifications implements Ageing {
    private final NotificationStore store;
    private final Events events;
    private final List<NewsListener> listeners;
    private final Duration kept;

    Notifications(
            NotificationStore store, Events events, @All List<NewsListener> listeners, NotificationConfig config) {
        this.store = store;
        this.events = events;
        this.listeners = List.copyOf(listeners);
        this.kept = config.kept();
    }

    /** Puts it into the person's inbox and says so to whoever is looking, with the caller's transaction. Who is gone is told nothing. */
    Uni<Void> tell(Transaction transaction, News news) {
        UUID id = Uuid7.next();
        return store.insert(transaction, id, news)
                .chain(isThere ->
                        isThere ? say(transaction, id, news) : Uni.createFrom().voidItem());
    }

    private Uni<Void> say(Transaction transaction, UUID id, News news) {
        return events.publish(
                        transaction,
                        new NotificationAdded(id, news.personId(), news.kind().name(), news.title(), news.reason()))
                .chain(() -> InTurn.each(listeners, listener -> listener.told(transaction, id, news)));
    }

    /** Newest first. */
    Uni<Page<Notification>> list(UUID personId, PageRequest<UUID> request) {
        return store.newest(personId, request).map(rows -> Page.of(rows, request, Notification::id));
    }

    /** @param most where counting stops */
    Uni<Long> countUnread(UUID personId, int most) {
        return store.countUnread(personId, most);
    }

    Uni<Void> read(UUID personId, UUID id) {
        return store.read(personId, id)
                .invoke(isThere -> {
                    if (!isThere) {
                        throw CommonProblem.NOT_FOUND.because("You have no notification " + id + ".");
                    }
                })
                .replaceWithVoid();
    }

    Uni<Void> readAll(UUID personId) {
        return store.readAll(personId);
    }

    @Override
    public String called() {
        return "the inboxes";
    }

    @Override
    public Uni<Void> forgetOld() {
        return store.forget(kept);
    }
}

package org.medianest.gateway.watch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.StatusEvent.StatusChanged;
import org.medianest.commons.leader.Leadership;
import org.medianest.commons.leader.Term;
import org.medianest.commons.outbox.Events;

/** Takes what was found, and says what is new. */
@ApplicationScoped
public class Beats {
    /** The week's history comes from stretches. */
    private static final Duration STRETCHES_KEPT = Duration.ofDays(8);

    private static final Duration DAYS_KEPT = Duration.ofDays(100);

    private final Database database;
    private final Leadership leadership;
    private final BeatStore store;
    private final Events events;

    Beats(Database database, Leadership leadership, BeatStore store, Events events) {
        this.database = database;
        this.leadership = leadership;
        this.store = store;
        this.events = events;
    }

    /** Keeps them, if the term still lasts. Beats of what is not watched any more are dropped, and so are those that were kept before. */
    public Uni<Void> keep(Term term, List<Beat> beats) {
        if (beats.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<String> ids = beats.stream().map(Beat::id).distinct().toList();
        return database.inTransaction(transaction -> leadership
                .require(transaction, term)
                .chain(() -> store.lock(transaction, ids))
                .map(known -> new RollUp(known, beats))
                .call(news -> store.write(transaction, news))
                .chain(news -> say(transaction, news.news())));
    }

    /** Lets go of what nobody is shown any more. */
    public Uni<Void> forgetOld(Instant now) {
        return store.forget(now.minus(STRETCHES_KEPT), now.minus(DAYS_KEPT));
    }

    private Uni<Void> say(Transaction transaction, List<Watched> news) {
        return events.publish(transaction, news.stream().flatMap(Beats::changed).toList());
    }

    /** Nothing of what nobody has looked at yet. */
    private static Stream<StatusChanged> changed(Watched it) {
        Instant since = it.since();
        return since == null
                ? Stream.empty()
                : Stream.of(new StatusChanged(
                        it.id(), it.name(), it.kind().name(), it.state().name(), since, it.message()));
    }
}

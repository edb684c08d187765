package org.medianest.auth.deadletter;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Database;
import org.medianest.commons.deadletter.DeadLetter;
import org.medianest.commons.deadletter.DeadLetterId;
import org.medianest.commons.deadletter.DeadLetters;
import org.medianest.commons.event.AuthEvent;
import org.medianest.commons.event.AuthEvent.DeadLetterDropped;
import org.medianest.commons.event.AuthEvent.DeadLetterReplayed;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.outbox.Events;
import org.medianest.commons.paging.Page;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.ProblemException;

/** Dead letters, and who did what with them. */
@ApplicationScoped
public class AuditedDeadLetters {
    private final DeadLetters letters;
    private final Events events;
    private final Database database;

    AuditedDeadLetters(DeadLetters letters, Events events, Database database) {
        this.letters = letters;
        this.events = events;
        this.database = database;
    }

    public Uni<Page<DeadLetter>> list(int limit, @Nullable String cursor) {
        return letters.list(limit, cursor);
    }

    /** @param id as it stands in an address; what is no id is not found either */
    public Uni<DeadLetter> find(String id) {
        return DeadLetterId.parse(id)
                .map(letters::find)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(found -> found.orElseThrow(AuditedDeadLetters::gone));
    }

    /** Has it tried again by the consumer that gave up on it. */
    public Uni<Void> replay(String id, UUID actor) {
        return find(id).chain(letter -> told(replayed(letter, actor), letters.replay(letter.id())));
    }

    /** Throws it away. */
    public Uni<Void> drop(String id, UUID actor) {
        return find(id).chain(letter -> told(dropped(letter, actor), letters.drop(letter.id())));
    }

    /**
     * Says it, and then does it, as the last step before the commit: when nothing could be done, nothing is said. Only a commit that fails
     * after that leaves something done and unsaid.
     */
    private Uni<Void> told(AuthEvent event, Uni<Boolean> deed) {
        return database.inTransaction(transaction -> events.publish(transaction, event)
                .chain(() -> deed)
                .chain(done ->
                        done ? Uni.createFrom().voidItem() : Uni.createFrom().failure(gone())));
    }

    private static DeadLetterReplayed replayed(DeadLetter letter, UUID actor) {
        return new DeadLetterReplayed(
                actor, letter.id().toString(), letter.id().stream(), letter.consumer(), eventId(letter));
    }

    private static DeadLetterDropped dropped(DeadLetter letter, UUID actor) {
        return new DeadLetterDropped(
                actor, letter.id().toString(), letter.id().stream(), letter.consumer(), eventId(letter));
    }

    private static @Nullable UUID eventId(DeadLetter letter) {
        return letter.event().map(EventEnvelope::id).orElse(null);
    }

    private static ProblemException gone() {
        return CommonProblem.NOT_FOUND.because(
                "There is no such dead letter. Perhaps somebody has replayed or dropped it; look at the list again.");
    }
}

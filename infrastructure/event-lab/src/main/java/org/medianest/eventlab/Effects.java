package org.medianest.eventlab;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.medianest.commons.database.Transaction;

/** What a station does with an event, whichever it is: a row. */
@ApplicationScoped
class Effects {
    private static final String INSERT = "insert into effect (stream, subject, number) values ($1, $2, $3)";

    private final Troubles troubles;
    private final Samples samples;

    Effects(Troubles troubles, Samples samples) {
        this.troubles = troubles;
        this.samples = samples;
    }

    Uni<Void> of(Transaction transaction, String stream, UUID subject, String text) {
        Numbered numbered = Numbered.read(text);
        if (samples.wanted()) {
            transaction.afterCommit(() -> samples.done(numbered.saidAt()));
        }
        return troubles.meet(transaction, stream, numbered.number())
                .chain(() -> transaction.change(INSERT, stream, subject, numbered.number()))
                .replaceWithVoid();
    }
}

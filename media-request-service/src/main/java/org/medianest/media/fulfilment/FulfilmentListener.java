package org.medianest.media.fulfilment;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.medianest.commons.database.Transaction;

/** Hears how orders get on. All CDI beans of it are told, each news at least once: a repetition must change nothing. */
public interface FulfilmentListener {
    /** An order has reached a stage, or got on within it. A failure has it told again. */
    Uni<Void> reached(UUID requestId, Stage stage);

    /**
     * What was changed for an order that was cancelled is taken back, or stays.
     *
     * @param transaction notes that it is done too, so that this is told once
     * @param said what came of it, a sentence for people
     */
    Uni<Void> takenBack(Transaction transaction, UUID requestId, String said);
}

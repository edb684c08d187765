package org.medianest.media.fulfilment;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Hears how orders get on. All CDI beans of it are told, each news at least once: a repetition must change nothing. */
public interface FulfilmentListener {
    /** An order has reached a stage, or got on within it. A failure has it told again. */
    Uni<Void> reached(UUID requestId, Stage stage);
}

package org.medianest.media.fulfilment;

import org.jspecify.annotations.Nullable;

/** What a system does with an order that it is given. */
public sealed interface Outcome {
    /**
     * It is its matter now, or was before.
     *
     * @param externalId what the system calls it, null when that is not known
     */
    record Taken(@Nullable Integer externalId, Stage stage) implements Outcome {}

    /**
     * It will not take it like this.
     *
     * @param reason a sentence for people
     */
    record Refused(String reason) implements Outcome {}
}

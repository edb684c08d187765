package org.medianest.commons.consumer;

import org.jspecify.annotations.Nullable;
import org.medianest.commons.event.EntryId;
import org.medianest.commons.event.EventEnvelope;

/**
 * An entry of a stream that was given to this consumer.
 *
 * @param text what it holds
 * @param envelope what that is, or null when it is not one
 * @param recipient the one consumer it is for, or null when it is for all
 */
record Delivery(
        EntryId entry,
        String text,
        @Nullable EventEnvelope envelope,
        @Nullable String recipient) {
    boolean isFor(String consumer) {
        return recipient == null || recipient.equals(consumer);
    }
}

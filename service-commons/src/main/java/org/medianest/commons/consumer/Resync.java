package org.medianest.commons.consumer;

import io.smallrye.mutiny.Uni;
import org.medianest.commons.database.Transaction;

/**
 * How a service asks the owner of a stream to say its state again. A CDI bean, at most one a service; a service that has none asks
 * for nothing, and begins with what its streams still hold.
 */
public interface Resync {
    /**
     * Says the request.
     *
     * @param transaction notes that it was said too, so that it is said once
     */
    Uni<Void> request(Transaction transaction, String stream);
}

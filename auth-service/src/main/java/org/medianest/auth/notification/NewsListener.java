package org.medianest.auth.notification;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.medianest.commons.database.Transaction;

/** Wants to know what people are told. A CDI bean. */
public interface NewsListener {
    /**
     * A notification is in somebody's inbox.
     *
     * @param transaction in which it was put there
     */
    Uni<Void> told(Transaction transaction, UUID notificationId, News news);
}

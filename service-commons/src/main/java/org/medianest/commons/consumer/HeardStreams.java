package org.medianest.commons.consumer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import org.jboss.logging.Logger;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;

/**
 * The table {@code heard_stream}. A stream that is not in it is new to the service, whose tables may be new too: what was said before
 * the oldest entry that is kept must be said again.
 *
 * <p>The note and the request are one transaction, and the request is a row of the outbox: it is said once, whoever begins at the same
 * moment and whatever is away. A service that was there before this table was asks once as well; handlers keep the latest of what
 * they hear, so that changes nothing.
 */
@ApplicationScoped
class HeardStreams {
    private static final Logger LOG = Logger.getLogger(HeardStreams.class);
    private static final String NOTE = "insert into heard_stream (stream) values ($1) on conflict do nothing";

    private final Database database;
    private final Instance<Resync> resync;

    HeardStreams(Database database, Instance<Resync> resync) {
        this.database = database;
        this.resync = resync;
    }

    /**
     * Asks the stream's owner for its state, the first time. A service that cannot ask leaves no note either: the version that can
     * will do it.
     */
    Uni<Void> hear(String stream) {
        return resync.isResolvable()
                ? database.inTransaction(transaction -> transaction
                        .change(NOTE, stream)
                        .chain(noted -> noted == 0 ? Uni.createFrom().voidItem() : request(transaction, stream)))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> request(Transaction transaction, String stream) {
        LOG.infof("%s is heard for the first time: its owner is asked to say its state again", stream);
        return resync.get().request(transaction, stream);
    }
}

package org.medianest.commons.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.EventConfig;
import org.medianest.commons.event.EventEnvelope;

/**
 * Carries the rows of the outbox to the service's stream, in their order.
 *
 * <p>One relay of a service works at a time, by an advisory lock that ends with the transaction. A crash between the {@code
 * XADD} and the mark repeats an event, which the reader's {@code processed_event} table absorbs; it never loses one.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 200;

    /** The lock is held on the schema's name, so the services of one database do not wait for each other. */
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('outbox:' || current_schema()))";

    private static final String UNPUBLISHED =
            "select position, envelope from outbox where published_at is null order by position limit " + BATCH;

    private static final String MARK = "update outbox set published_at = now() where position = any($1)";

    private final EventConfig config;
    private final Database database;
    private final Redis redis;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread loop;

    OutboxRelay(EventConfig config, Database database, Redis redis) {
        this.config = config;
        this.database = database;
        this.redis = redis;
    }

    /** There is something to publish, perhaps. Cheap; may be called from anywhere. */
    public void wake() {
        wake.release();
    }

    void start(@Observes StartupEvent event) {
        config.publishesTo().ifPresent(stream -> {
            running = true;
            loop = Thread.ofPlatform().daemon().name("outbox-relay").start(() -> relayUntilStopped(stream));
        });
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        wake();
        if (loop != null) {
            loop.join(TimeUnit.SECONDS.toMillis(5));
        }
    }

    private void relayUntilStopped(String stream) {
        while (running) {
            try {
                int published = publishBatch(stream).await().indefinitely();
                if (published < BATCH) {
                    sleepUntilWoken();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException notNow) {
                // Rows wait in Postgres until Redis or Postgres is back; the next round tries again.
                LOG.warnf("outbox relay of %s failed, rows wait: %s", stream, notNow);
                sleepQuietly();
            }
        }
    }

    private void sleepUntilWoken() throws InterruptedException {
        if (wake.tryAcquire(config.relayInterval().toMillis(), TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }

    private void sleepQuietly() {
        try {
            TimeUnit.MILLISECONDS.sleep(config.relayInterval().toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private Uni<Integer> publishBatch(String stream) {
        return database.inTransaction(transaction -> leads(transaction)
                .chain(leads -> leads
                        ? publishRows(transaction, stream)
                        : Uni.createFrom().item(0)));
    }

    private static Uni<Boolean> leads(Transaction transaction) {
        return transaction.first(row -> row.getBoolean(0), LOCK).map(Optional::orElseThrow);
    }

    private Uni<Integer> publishRows(Transaction transaction, String stream) {
        return transaction
                .list(OutboxRelay::waiting, UNPUBLISHED)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(0)
                        : redis.batch(additions(stream, rows)).chain(() -> mark(transaction, rows)));
    }

    private record Waiting(long position, String envelope) {}

    private static Waiting waiting(Row row) {
        return new Waiting(row.getLong("position"), row.getString("envelope"));
    }

    private static List<Request> additions(String stream, List<Waiting> rows) {
        return rows.stream()
                .map(row -> Request.cmd(Command.XADD)
                        .arg(stream)
                        .arg("*")
                        .arg(EventEnvelope.STREAM_FIELD)
                        .arg(row.envelope()))
                .toList();
    }

    private static Uni<Integer> mark(Transaction transaction, List<Waiting> rows) {
        return transaction.change(MARK, rows.stream().map(Waiting::position).toList());
    }
}

package org.medianest.eventlab;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;

/** What goes wrong in the handlers at the moment: the table {@code trouble}, looked at now and then. */
@ApplicationScoped
class Troubles {
    private static final Logger LOG = Logger.getLogger(Troubles.class);
    private static final Duration LOOKING = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String CURRENT = "select kind, stream from trouble";

    private record Trouble(String kind, String stream) {}

    private final StationConfig config;
    private final Database database;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("troubles").factory());
    private volatile Set<Trouble> current = Set.of();

    Troubles(StationConfig config, Database database) {
        this.config = config;
        this.database = database;
    }

    void start(@Observes StartupEvent event) {
        if (config.troubles()) {
            looks.scheduleWithFixedDelay(this::look, 0, LOOKING.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        looks.shutdownNow();
    }

    /** Takes its time while the handlers of this stream are slow, and fails while they fail for this number. */
    Uni<Void> meet(Transaction transaction, String stream, int number) {
        if (current.contains(new Trouble("FAILING", stream)) && number % 5 == 0) {
            return Uni.createFrom().failure(new IllegalStateException("fails, as the lab wants"));
        }
        return current.contains(new Trouble("SLOW", stream))
                ? transaction.run("select pg_sleep(0.02)").replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private void look() {
        try {
            current = database
                    .list(row -> new Trouble(row.getString("kind"), row.getString("stream")), CURRENT)
                    .await()
                    .atMost(PATIENCE)
                    .stream()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (RuntimeException away) {
            LOG.debugf("what goes wrong is not known at the moment: %s", away);
        }
    }
}

package org.medianest.media.catalogue;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Has the memory of the catalogue lose what nobody asked for in a long time. Each replica may do it: it is the same rows. */
@ApplicationScoped
class Forgetting {
    private static final Logger LOG = Logger.getLogger(Forgetting.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final Memory memory;
    private final Vertx vertx;

    Forgetting(Memory memory, Vertx vertx) {
        this.memory = memory;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(
                PAUSE.toMillis(),
                timer -> memory.tidy()
                        .subscribe()
                        .with(done -> {}, failure -> LOG.warnf("old memories stay for another hour: %s", failure)));
    }
}

package org.medianest.commons.tidying;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.medianest.commons.concurrent.InTurn;

/** Has everything that ages forget, once an hour, one after the other. */
@ApplicationScoped
class Tidying {
    private static final Logger LOG = Logger.getLogger(Tidying.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final List<Ageing> all;
    private final Vertx vertx;

    Tidying(@All List<Ageing> all, Vertx vertx) {
        this.all = List.copyOf(all);
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        if (!all.isEmpty()) {
            vertx.setPeriodic(PAUSE.toMillis(), id -> tidy().subscribe().with(done -> {}));
        }
    }

    /** One that cannot be tidied keeps the others from nothing. */
    Uni<Void> tidy() {
        return InTurn.each(
                all,
                ageing -> ageing.forgetOld()
                        .onFailure()
                        .invoke(later -> LOG.warnf("%s was not tidied, next time then: %s", ageing.called(), later))
                        .onFailure()
                        .recoverWithNull());
    }
}

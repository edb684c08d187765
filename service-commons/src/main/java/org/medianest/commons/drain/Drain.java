package org.medianest.commons.drain;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * The first moments of the end. As soon as the process is told to stop, readiness says so, and each answer carries {@code Connection:
 * close}: whoever keeps a connection hears that it ends while its answer is still whole, and goes elsewhere. Requests are answered as
 * ever for {@code quarkus.shutdown.delay}; then those that have begun have {@code quarkus.shutdown.timeout}.
 */
@ApplicationScoped
public class Drain {
    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final int BEFORE_ALL_OTHERS = 10_000;

    private volatile boolean isLeaving;

    /** Whether this process has been told to stop. */
    public boolean isLeaving() {
        return isLeaving;
    }

    void leave(@Observes @Priority(1) ShutdownDelayInitiatedEvent event) {
        isLeaving = true;
        LOG.info("told to stop, leaving");
    }

    void stand(@Observes Filters filters) {
        filters.register(this::tell, BEFORE_ALL_OTHERS);
    }

    private void tell(RoutingContext ctx) {
        if (isLeaving && !ctx.request().headers().contains(HttpHeaders.UPGRADE)) {
            ctx.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        ctx.next();
    }
}

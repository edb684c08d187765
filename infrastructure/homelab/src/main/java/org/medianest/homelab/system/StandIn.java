package org.medianest.homelab.system;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** One system of the homelab. Its handlers answer through {@link Reply}, so that faults reach what they say. */
public interface StandIn {
    SystemName name();

    /** Adds its routes. Called once; bodies are read already. */
    void mount(Router router);

    /** Answers that something went wrong, in the words of this system. */
    default void fail(RoutingContext context, int status) {
        Reply.html(context, status, "<html><body><h1>%d</h1></body></html>".formatted(status));
    }

    /** For what is more than HTTP, such as a mail port. The homelab has started when all futures are done. */
    default Future<Void> start(Vertx vertx) {
        return Future.succeededFuture();
    }

    /** Forgets all that happened. */
    void reset();

    default void close() {}
}

package org.medianest.commons.concurrent;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** The way from any thread to an event loop. */
public final class EventLoop {
    private EventLoop() {}

    /**
     * Begins on the event loop that this is, or on one if this is none. Calls over HTTP must begin there: what is answered while another
     * thread is still about to listen is lost.
     */
    public static <T> Future<T> call(Vertx vertx, Supplier<Future<T>> work) {
        if (Context.isOnEventLoopThread()) {
            return work.get();
        }
        Promise<T> outcome = Promise.promise();
        vertx.getOrCreateContext().runOnContext(here -> work.get().onComplete(outcome));
        return outcome.future();
    }
}

package org.medianest.gateway.loop;

import io.netty.util.concurrent.FastThreadLocal;
import io.vertx.core.Context;
import java.util.function.Supplier;

/**
 * One of something for each event loop, and one more for all other threads. What a request needs then lives on the loop of the request:
 * no answer changes threads on its way, which would cost more than the work that it brings.
 */
public final class PerLoop<T> {
    private final Supplier<T> make;
    private final FastThreadLocal<T> ofThisLoop = new FastThreadLocal<>() {
        @Override
        protected T initialValue() {
            return make.get();
        }
    };
    private final T elsewhere;

    /** @param make makes one; whatever it makes binds itself to the event loop that it is made on, or that first uses it */
    public PerLoop(Supplier<T> make) {
        this.make = make;
        this.elsewhere = make.get();
    }

    public T get() {
        return Context.isOnEventLoopThread() ? ofThisLoop.get() : elsewhere;
    }
}

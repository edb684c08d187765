package org.medianest.downloads.concurrent;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.medianest.commons.concurrent.CallerContext;

/** Crosses between event loops, which never wait, and virtual threads, which may. */
public final class Blocking {
    private static final Executor VIRTUAL =
            task -> Thread.ofVirtual().name("downloads-blocking").start(task);

    private Blocking() {}

    /** Runs work that waits for a disk, a name or a process on a thread of its own; what follows is back where it began. */
    public static <T> Uni<T> offload(Callable<T> work) {
        return Uni.createFrom()
                .deferred(() -> Uni.createFrom()
                        .item(Unchecked.supplier(work::call))
                        .runSubscriptionOn(VIRTUAL)
                        .emitOn(CallerContext.executor()));
    }

    /** Waits for what happens on an event loop. Never call it on one. */
    public static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error broken) {
            throw broken;
        } catch (Throwable broken) {
            throw new CompletionException(broken);
        }
    }
}

package org.medianest.homelab.hook;

import io.vertx.core.Future;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets calls that are under way come to an end before a system is reset, so that they do not reach it afterwards. */
public final class Quiet {
    private static final long PATIENCE_MILLIS = 2000;

    private Quiet() {}

    /** Not on an event loop. What takes longer is not waited for. */
    public static void after(Future<?> underWay) {
        CompletableFuture<?> call = underWay.toCompletionStage().toCompletableFuture();
        try {
            call.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException ended) {
            // Whatever became of it, it is of no interest any more.
            call.cancel(false);
        }
    }
}

package org.medianest.commons.concurrent;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/** The way back from another thread. */
public final class CallerContext {
    private CallerContext() {}

    /** Runs tasks where the caller is now: on its event loop and in its request, or wherever they come when it has none. */
    public static Executor executor() {
        Context here = Vertx.currentContext();
        return here == null ? Runnable::run : task -> here.runOnContext(ignored -> task.run());
    }
}

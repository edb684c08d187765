package org.medianest.commons.trace;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.problem.TraceId;

/** The W3C trace context of the work at hand: it came with the request, or with the event, that caused it. */
public final class CurrentTrace {
    private static final String KEY = CurrentTrace.class.getName();

    /** Its name in the log. */
    private static final String LOGGED = "traceId";

    private CurrentTrace() {}

    /** What follows in this Vert.x context belongs to this trace; to a new one if there is none. */
    public static void begin(@Nullable String traceparent) {
        if (VertxContext.isOnDuplicatedContext()) {
            String known = traceparent == null ? TraceId.newTraceparent() : traceparent;
            ContextLocals.put(KEY, known);
            MDC.put(LOGGED, TraceId.of(known));
        }
    }

    /** The {@code traceparent} to pass on; a new one where no trace has begun. */
    public static String traceparent() {
        return VertxContext.isOnDuplicatedContext()
                ? ContextLocals.<String>get(KEY).orElseGet(TraceId::newTraceparent)
                : TraceId.newTraceparent();
    }
}

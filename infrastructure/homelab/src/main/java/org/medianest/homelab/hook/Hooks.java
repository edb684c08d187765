package org.medianest.homelab.hook;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medianest.homelab.system.OutgoingCalls;

/**
 * Sends the webhooks of one system, one after the other, and never again if one is lost: neither the arrs nor Seerr try twice. Thread
 * safe.
 */
public final class Hooks {
    private static final int REMEMBERED = 1000;

    private final Deque<Sent> sent = new ArrayDeque<>();
    private final List<Hook> held = new ArrayList<>();
    private Future<?> last = Future.succeededFuture();
    private @Nullable OutgoingCalls calls;
    private boolean holds;
    private boolean twice;

    /** @param status what the receiver answered; 0 if nothing */
    public record Sent(Hook hook, int status) {}

    public synchronized void start(Vertx vertx) {
        calls = new OutgoingCalls(vertx);
    }

    /** Sends it when those before it have been sent, or when held ones are let go. */
    public synchronized void send(Hook hook) {
        if (holds) {
            held.add(hook);
            return;
        }
        for (int i = 0; i < (twice ? 2 : 1); i++) {
            last = last.transform(before -> sendNow(hook));
        }
    }

    /** Sends it at once and says what was answered; 0 if nothing was. */
    public Future<Integer> sendNow(Hook hook) {
        OutgoingCalls outgoing;
        synchronized (this) {
            outgoing = calls;
        }
        if (outgoing == null) {
            return Future.failedFuture("not started");
        }
        RequestOptions options = new RequestOptions()
                .setAbsoluteURI(hook.url().toString())
                .setMethod(HttpMethod.valueOf(hook.method()))
                .putHeader("Content-Type", "application/json");
        hook.headers().forEach(options::putHeader);
        return outgoing.send(options, hook.body().toBuffer())
                .map(OutgoingCalls.Answer::status)
                .recover(lost -> Future.succeededFuture(0))
                .onSuccess(status -> remember(new Sent(hook, status)));
    }

    private synchronized void remember(Sent what) {
        sent.addLast(what);
        if (sent.size() > REMEMBERED) {
            sent.removeFirst();
        }
    }

    /** Keeps all that is to be sent from now on. */
    public synchronized void hold() {
        holds = true;
    }

    /** Sends what was held, late and in order. */
    public synchronized void release() {
        holds = false;
        List<Hook> late = List.copyOf(held);
        held.clear();
        late.forEach(this::send);
    }

    /** Sends what was held, the last first. */
    public synchronized void releaseReversed() {
        List<Hook> reversed = List.copyOf(held.reversed());
        held.clear();
        held.addAll(reversed);
        release();
    }

    /** Whether each is sent twice. */
    public synchronized void twice(boolean on) {
        twice = on;
    }

    public synchronized List<Hook> held() {
        return List.copyOf(held);
    }

    public synchronized List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** Forgets all, after those under way have come to an end. */
    public void reset() {
        Quiet.after(underWay());
        forget();
    }

    private synchronized Future<?> underWay() {
        return last;
    }

    private synchronized void forget() {
        holds = false;
        twice = false;
        held.clear();
        sent.clear();
    }
}

package org.medianest.homelab.hook;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends the webhooks of one system, one after the other, and never again if one is lost: neither the arrs nor Seerr try twice. Thread
 * safe.
 */
public final class Hooks {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int REMEMBERED = 1000;

    private final Deque<Sent> sent = new ArrayDeque<>();
    private final List<Hook> held = new ArrayList<>();
    private Future<?> last = Future.succeededFuture();
    private @Nullable HttpClient client;
    private boolean holds;
    private boolean twice;

    /** @param status what the receiver answered; 0 if nothing */
    public record Sent(Hook hook, int status) {}

    public synchronized void start(Vertx vertx) {
        client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(false).setConnectTimeout(Math.toIntExact(PATIENCE.toMillis())));
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
        HttpClient http;
        synchronized (this) {
            http = client;
        }
        if (http == null) {
            return Future.failedFuture("not started");
        }
        RequestOptions options = new RequestOptions()
                .setAbsoluteURI(hook.url().toString())
                .setMethod(HttpMethod.valueOf(hook.method()))
                .setTimeout(PATIENCE.toMillis())
                .putHeader("Content-Type", "application/json");
        hook.headers().forEach(options::putHeader);
        return http.request(options)
                .compose(request -> request.send(hook.body().toBuffer()))
                .compose(response -> response.body().map(body -> response.statusCode()))
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

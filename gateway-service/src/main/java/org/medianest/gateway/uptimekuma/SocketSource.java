package org.medianest.gateway.uptimekuma;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.medianest.gateway.uptimekuma.KumaLogin.Outcome;
import org.medianest.gateway.uptimekuma.SocketVisit.Greeting;

/** An account at an Uptime Kuma, over its socket: each beat within a second. */
final class SocketSource implements UptimeSource {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** What a wrong password or a missing code does not heal by itself must not use up the tries of the admin. */
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(15);
    /** It greets who comes; should the greeting be lost, we go on without it. */
    private static final long GREETING_MILLIS = 2_000;

    private static final long LIST_MILLIS = 5_000;

    private final Vertx vertx;
    private final WebSocketClient client;
    private final Clock clock;
    private final Duration patience;
    private final Duration firstPause;
    private Access.Socket access;
    private Duration pause;
    private volatile @Nullable KumaLine line;
    private volatile boolean isClosed;
    private volatile @Nullable Secret lastToken;

    SocketSource(Vertx vertx, Access.Socket access, UptimeKumaConfig config, Clock clock) {
        this.vertx = vertx;
        this.access = access;
        this.clock = clock;
        this.patience = config.patience();
        this.firstPause = config.firstPause();
        this.pause = firstPause;
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setConnectTimeout(5_000)
                .setMaxFrameSize(KumaLine.LARGEST_MESSAGE)
                .setMaxMessageSize(KumaLine.LARGEST_MESSAGE));
    }

    @Override
    public void follow(Heard heard) {
        vertx.getOrCreateContext().runOnContext(go -> connect(heard));
    }

    @Override
    public Future<TestAnswer> test() {
        SocketVisit visit = new SocketVisit(null, clock);
        return KumaLine.open(vertx, client, access.url(), patience, visit::hear)
                .compose(open -> signIn(open, visit)
                        .compose(outcome -> answer(outcome, visit))
                        .onComplete(done -> open.close()))
                .otherwise(failure -> TestAnswer.fails(KumaWords.ofFailure(failure)));
    }

    @Override
    public void close() {
        isClosed = true;
        if (line != null) {
            line.close();
        }
        client.close();
    }

    /** What a test that worked was given for the next time. */
    @Nullable
    Secret lastToken() {
        return lastToken;
    }

    private Future<TestAnswer> answer(Outcome outcome, SocketVisit visit) {
        return switch (outcome) {
            case Outcome.In in -> {
                lastToken = in.token();
                yield visit.complete()
                        .timeout(LIST_MILLIS, TimeUnit.MILLISECONDS)
                        .map(all -> found(visit))
                        .otherwise(late -> found(visit));
            }
            case Outcome.NeedsCode needed -> Future.succeededFuture(TestAnswer.needsCode());
            case Outcome.Refused(String message) -> Future.succeededFuture(TestAnswer.fails(message));
            case Outcome.TooOften tooOften ->
                Future.succeededFuture(TestAnswer.fails("Too many tries. Wait a minute, and try again."));
        };
    }

    private static TestAnswer found(SocketVisit visit) {
        return TestAnswer.works(visit.version(), visit.monitors());
    }

    private void connect(Heard heard) {
        if (isClosed) {
            return;
        }
        SocketVisit visit = new SocketVisit(heard, clock);
        KumaLine.open(vertx, client, access.url(), patience, visit::hear)
                .compose(open -> {
                    line = open;
                    return signIn(open, visit).compose(outcome -> stay(outcome, open, heard));
                })
                .onFailure(failure -> {
                    heard.state(SourceState.AWAY, KumaWords.ofFailure(failure));
                    again(heard, pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                });
    }

    private Future<Void> stay(Outcome outcome, KumaLine open, Heard heard) {
        return switch (outcome) {
            case Outcome.In in -> {
                pause = firstPause;
                access = new Access.Socket(access.url(), access.username(), access.password(), in.token(), null);
                heard.token(in.token());
                heard.state(SourceState.CONNECTED, null);
                yield open.ended();
            }
            case Outcome.NeedsCode needed -> leave(open, heard, SourceState.NEEDS_CODE, KumaWords.NEEDS_CODE);
            case Outcome.Refused(String message) -> leave(open, heard, SourceState.REFUSED, message);
            case Outcome.TooOften tooOften -> {
                open.close();
                heard.state(SourceState.AWAY, "Uptime Kuma has had too many sign-ins, and lets us in a minute later.");
                again(heard, LONGEST_PAUSE);
                yield Future.succeededFuture();
            }
        };
    }

    private Future<Void> leave(KumaLine open, Heard heard, SourceState state, String message) {
        open.close();
        heard.token(null);
        heard.state(state, message);
        again(heard, AFTER_REFUSAL);
        return Future.succeededFuture();
    }

    private void again(Heard heard, Duration after) {
        if (!isClosed) {
            vertx.setTimer(Math.max(1, after.toMillis()), id -> connect(heard));
        }
    }

    private Future<Outcome> signIn(KumaLine open, SocketVisit visit) {
        return visit.greeting()
                .timeout(GREETING_MILLIS, TimeUnit.MILLISECONDS)
                .otherwise(Greeting.SIGN_IN)
                .compose(greeting -> switch (greeting) {
                    case LET_IN -> Future.<Outcome>succeededFuture(new Outcome.In(null));
                    case NOT_SET_UP -> Future.<Outcome>succeededFuture(new Outcome.Refused(KumaWords.NOT_SET_UP));
                    case SIGN_IN -> KumaLogin.login(open, access);
                });
    }
}

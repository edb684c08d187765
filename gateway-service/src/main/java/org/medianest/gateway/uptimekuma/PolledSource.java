package org.medianest.gateway.uptimekuma;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.medianest.gateway.watch.Beat;
import org.medianest.gateway.watch.ToldUptime;

/** A source that says how things are when it is asked. */
abstract class PolledSource implements UptimeSource {
    private final Vertx vertx;
    private final Duration interval;
    private volatile boolean isClosed;

    PolledSource(Vertx vertx, Duration interval) {
        this.vertx = vertx;
        this.interval = interval;
    }

    /** What one round of questions brought. */
    record Report(List<Monitor> monitors, List<Beat> beats, Map<String, ToldUptime> uptimes) {
        Report {
            monitors = List.copyOf(monitors);
            beats = List.copyOf(beats);
            uptimes = Map.copyOf(uptimes);
        }
    }

    /** It does not accept what the admin gave. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message, null, false, false);
        }
    }

    abstract Future<Report> ask();

    @Override
    public void follow(Heard heard) {
        vertx.getOrCreateContext().runOnContext(go -> round(heard));
    }

    @Override
    public Future<TestAnswer> test() {
        return ask().map(report -> TestAnswer.works(null, report.monitors().size()))
                .otherwise(failure -> TestAnswer.fails(words(failure)));
    }

    @Override
    public void close() {
        isClosed = true;
    }

    private void round(Heard heard) {
        if (isClosed) {
            return;
        }
        ask().onSuccess(report -> {
                    heard.monitors(report.monitors());
                    heard.beats(report.beats());
                    report.uptimes().forEach(heard::uptime);
                    heard.state(SourceState.CONNECTED, null);
                })
                .onFailure(failure -> heard.state(
                        failure instanceof Refused ? SourceState.REFUSED : SourceState.AWAY, words(failure)))
                .onComplete(done -> vertx.setTimer(interval.toMillis(), id -> round(heard)));
    }

    private static String words(Throwable failure) {
        return failure instanceof Refused refused ? String.valueOf(refused.getMessage()) : KumaWords.ofFailure(failure);
    }
}

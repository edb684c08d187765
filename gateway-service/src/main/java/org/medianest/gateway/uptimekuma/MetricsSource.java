package org.medianest.gateway.uptimekuma;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.medianest.gateway.watch.Beat;
import org.medianest.gateway.watch.ToldUptime;
import org.medianest.gateway.watch.WatchState;

/** What an Uptime Kuma tells Prometheus: how each monitor is now. It has no past, and no groups. */
final class MetricsSource extends PolledSource {
    private final KumaHttp http;
    private final Secret key;
    private final Duration interval;
    private final Clock clock;

    MetricsSource(Vertx vertx, Access.Metrics access, UptimeKumaConfig config, Clock clock) {
        super(vertx, config.interval());
        this.http = new KumaHttp(vertx, access.url(), config.patience());
        this.key = access.key();
        this.interval = config.interval();
        this.clock = clock;
    }

    @Override
    Future<Report> ask() {
        return http.get("/metrics", key).map(answer -> switch (answer.status()) {
            case 200 -> report(answer.body().toString(StandardCharsets.UTF_8));
            case 401, 403 -> throw new Refused("Uptime Kuma does not accept this API key.");
            default -> throw KumaWords.ofStatus(answer.status());
        });
    }

    @Override
    public void close() {
        super.close();
        http.close();
    }

    /** What the lines say of one monitor, gathered. */
    private static final class Gathered {
        private String name = "";
        private @Nullable WatchState state;
        private @Nullable Integer responseMs;
        private ToldUptime uptime = new ToldUptime(null, null);
    }

    private Report report(String text) {
        Map<String, Gathered> byId = new HashMap<>();
        text.lines().map(MetricLine::read).flatMap(Optional::stream).forEach(line -> gather(line, byId));
        if (byId.isEmpty() && !text.contains("monitor_") && !text.contains("app_version")) {
            throw new KumaWords.NotKuma("no metrics of monitors");
        }
        List<Monitor> monitors = new ArrayList<>();
        List<Beat> beats = new ArrayList<>();
        Map<String, ToldUptime> uptimes = new HashMap<>();
        Instant now = clock.instant();
        byId.forEach((id, it) -> {
            monitors.add(new Monitor(id, it.name, null, false));
            uptimes.put(id, it.uptime);
            WatchState state = it.state;
            if (state != null) {
                beats.add(new Beat(id, now, state, KumaJson.message(state), it.responseMs, interval.multipliedBy(2)));
            }
        });
        return new Report(monitors, beats, uptimes);
    }

    private static void gather(MetricLine line, Map<String, Gathered> byId) {
        String name = line.labels().get("monitor_name");
        if (name == null || name.isBlank() || "group".equals(line.labels().get("monitor_type"))) {
            return;
        }
        String theirs = line.labels().getOrDefault("monitor_id", "");
        String id = KumaJson.id(JsonNodeFactory.instance.textNode(theirs)).orElseGet(() -> KumaJson.idOfName(name));
        Gathered it = byId.computeIfAbsent(id, any -> new Gathered());
        it.name = name;
        switch (line.name()) {
            case "monitor_status" ->
                it.state = KumaJson.state(JsonNodeFactory.instance.numberNode((int) line.value()))
                        .orElse(null);
            case "monitor_response_time" ->
                it.responseMs = line.value() < 0 ? null : (int) Math.min(line.value(), 3_600_000);
            case "monitor_uptime_ratio" -> it.uptime = it.uptime.and(uptime(line));
            default -> {}
        }
    }

    private static ToldUptime uptime(MetricLine line) {
        Double ratio = KumaJson.ratio(JsonNodeFactory.instance.numberNode(line.value()));
        String window = line.labels().getOrDefault("window", "");
        return new ToldUptime("1d".equals(window) ? ratio : null, "30d".equals(window) ? ratio : null);
    }
}

package org.medianest.gateway.uptimekuma;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.medianest.gateway.watch.Beat;
import org.medianest.gateway.watch.ToldUptime;

/** What a status page of an Uptime Kuma shows to everybody. It remembers its answers for minutes, so it is not asked more often. */
final class StatusPageSource extends PolledSource {
    private final KumaHttp http;
    private final String slug;
    private final Duration interval;
    private final Clock clock;

    StatusPageSource(Vertx vertx, Access.StatusPage access, UptimeKumaConfig config, Clock clock) {
        super(vertx, config.interval());
        this.http = new KumaHttp(vertx, access.url(), config.patience());
        this.slug = URLEncoder.encode(access.slug(), StandardCharsets.UTF_8);
        this.interval = config.interval();
        this.clock = clock;
    }

    @Override
    Future<Report> ask() {
        return page("/api/status-page/" + slug)
                .compose(page -> page("/api/status-page/heartbeat/" + slug).map(beats -> report(page, beats)));
    }

    @Override
    public void close() {
        super.close();
        http.close();
    }

    private Future<JsonNode> page(String path) {
        return http.get(path, null).map(answer -> switch (answer.status()) {
            case 200 -> json(answer.body());
            case 404 -> throw new Refused("Uptime Kuma has no status page of this name.");
            default -> throw KumaWords.ofStatus(answer.status());
        });
    }

    static JsonNode json(Buffer body) {
        try {
            return Packet.JSON.readTree(body.getBytes());
        } catch (JsonProcessingException garbage) {
            throw new KumaWords.NotKuma("no JSON");
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException("bytes are read from memory", impossible);
        }
    }

    private Report report(JsonNode page, JsonNode heartbeats) {
        if (!page.path("publicGroupList").isArray()
                || !heartbeats.path("heartbeatList").isObject()) {
            throw new KumaWords.NotKuma("no status page");
        }
        return new Report(
                monitors(page), beats(heartbeats.path("heartbeatList")), uptimes(heartbeats.path("uptimeList")));
    }

    private static List<Monitor> monitors(JsonNode page) {
        List<Monitor> all = new ArrayList<>();
        int shown = 0;
        for (JsonNode group : page.path("publicGroupList")) {
            for (JsonNode monitor : group.path("monitorList")) {
                shown++;
                KumaJson.id(monitor.path("id")).ifPresent(id -> {
                    String name = KumaJson.text(monitor.path("name"));
                    all.add(new Monitor(id, name == null ? id : name, KumaJson.text(group.path("name")), false));
                });
            }
        }
        // an empty page is one; a page of which nothing can be read says nothing about its monitors
        if (all.isEmpty() && shown > 0) {
            throw new KumaWords.NotKuma("no monitor with an id");
        }
        return all;
    }

    /** These do not say how long they stand for; not longer than until we asked the last time or the one before. */
    private List<Beat> beats(JsonNode byMonitor) {
        List<Beat> all = new ArrayList<>();
        byMonitor.forEachEntry((key, rows) -> KumaJson.id(
                        Packet.JSON.getNodeFactory().textNode(key))
                .ifPresent(id -> KumaJson.beats(rows, id, clock.instant()).stream()
                        .map(beat -> new Beat(
                                beat.id(),
                                beat.at(),
                                beat.state(),
                                beat.message(),
                                beat.responseMs(),
                                interval.multipliedBy(2)))
                        .forEach(all::add)));
        return all;
    }

    private static Map<String, ToldUptime> uptimes(JsonNode list) {
        Map<String, ToldUptime> all = new HashMap<>();
        list.forEachEntry((key, ratio) -> {
            if (key.endsWith("_24")) {
                KumaJson.id(Packet.JSON.getNodeFactory().textNode(key.substring(0, key.length() - 3)))
                        .ifPresent(id -> all.put(id, new ToldUptime(KumaJson.ratio(ratio), null)));
            }
        });
        return all;
    }
}

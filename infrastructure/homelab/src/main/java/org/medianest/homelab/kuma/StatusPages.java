package org.medianest.homelab.kuma;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.medianest.homelab.system.Query;
import org.medianest.homelab.system.Reply;

/** What everybody may see without signing in. Answers are kept for a while, so they may be that old. Under the lock of its Kuma. */
final class StatusPages {
    private static final Duration PAGE_KEPT = Duration.ofMinutes(5);
    private static final Duration BEATS_KEPT = Duration.ofMinutes(1);
    private static final List<Integer> GROUPS = List.of(Monitors.MEDIA, Monitors.HOUSE);

    private final UptimeKuma kuma;
    private final Map<String, Kept> kept = new HashMap<>();
    private final List<JsonObject> incidents = new ArrayList<>();
    private boolean old;

    private record Kept(JsonObject json, Instant until) {}

    StatusPages(UptimeKuma kuma) {
        this.kuma = kuma;
    }

    void mount(Router router) {
        router.get("/api/entry-page")
                .handler(context -> Reply.json(
                        context, 200, new JsonObject().put("type", "entryPage").put("entryPage", "dashboard")));
        router.get("/api/status-page/heartbeat/:slug")
                .handler(context -> answer(context, "beats", BEATS_KEPT, this::beats));
        router.get("/api/status-page/:slug").handler(context -> answer(context, "page", PAGE_KEPT, this::page));
        router.get("/api/push/:token").handler(this::push);
    }

    private void answer(RoutingContext context, String what, Duration keep, Supplier<JsonObject> make) {
        synchronized (kuma) {
            if (!Query.path(context, "slug").equals(UptimeKuma.SLUG)) {
                Reply.json(context, 404, new JsonObject().put("ok", false).put("msg", "Status Page Not Found"));
                return;
            }
            Instant now = kuma.now();
            Kept known = kept.get(what);
            if (known == null || !known.until().isAfter(now)) {
                known = new Kept(make.get(), now.plus(keep));
                kept.put(what, known);
            }
            Reply.json(context, 200, known.json());
        }
    }

    private JsonObject page() {
        JsonArray groups = new JsonArray();
        for (int id : GROUPS) {
            kuma.monitors().find(id).ifPresent(group -> groups.add(group(group, groups.size() + 1)));
        }
        JsonObject page = new JsonObject()
                .put(
                        "config",
                        new JsonObject()
                                .put("slug", UptimeKuma.SLUG)
                                .put("title", "Homelab")
                                .putNull("description")
                                .put("icon", "/icon.svg")
                                .put("autoRefreshInterval", 300)
                                .put("theme", "auto")
                                .put("published", true)
                                .put("showTags", false)
                                .put("customCSS", "")
                                .putNull("footerText")
                                .put("showPoweredBy", true)
                                .putNull("googleAnalyticsId")
                                .put("showCertificateExpiry", false))
                .put("publicGroupList", groups)
                .put("maintenanceList", new JsonArray());
        return old
                ? page.put("incident", incidents.isEmpty() ? null : incidents.getLast())
                : page.put("incidents", new JsonArray(List.copyOf(incidents)));
    }

    private JsonObject group(Monitor group, int weight) {
        JsonArray monitors = new JsonArray();
        kuma.monitors()
                .childrenOf(group.id())
                .forEach(monitor -> monitors.add(new JsonObject()
                        .put("id", monitor.id())
                        .put("name", monitor.facts().name())
                        .put("sendUrl", 0)
                        .put("type", monitor.facts().type())));
        return new JsonObject()
                .put("id", group.id())
                .put("name", group.facts().name())
                .put("weight", weight)
                .put("monitorList", monitors);
    }

    private JsonObject beats() {
        JsonObject lists = new JsonObject();
        JsonObject uptimes = new JsonObject();
        for (int group : GROUPS) {
            for (Monitor monitor : kuma.monitors().childrenOf(group)) {
                JsonArray list = new JsonArray();
                monitor.lastBeats().forEach(beat -> list.add(beat.published()));
                lists.put(Integer.toString(monitor.id()), list);
                uptimes.put(monitor.id() + "_24", monitor.uptime().share(kuma.now(), 24));
            }
        }
        return new JsonObject().put("heartbeatList", lists).put("uptimeList", uptimes);
    }

    private void push(RoutingContext context) {
        synchronized (kuma) {
            Optional<Monitor> monitor = kuma.monitors().find(Monitors.BACKUP).filter(Monitor::isActive);
            if (monitor.isEmpty() || !Query.path(context, "token").equals(Monitors.PUSH_TOKEN)) {
                Reply.json(
                        context, 404, new JsonObject().put("ok", false).put("msg", "Monitor not found or not active."));
                return;
            }
            BeatStatus status = Query.text(context, "status", "up").equals("up") ? BeatStatus.UP : BeatStatus.DOWN;
            kuma.push(monitor.get(), new Monitor.Finding(status, Query.text(context, "msg", "OK")));
            Reply.json(context, 200, new JsonObject().put("ok", true));
        }
    }

    void incident(String title, String content, Instant now) {
        incidents.add(new JsonObject()
                .put("id", incidents.size() + 1)
                .put("style", "warning")
                .put("title", title)
                .put("content", content)
                .put("pin", true)
                .put("active", true)
                .put("createdDate", Beat.time(now))
                .put("lastUpdatedDate", Beat.time(now)));
    }

    /** Speaks as version 1 does, with one incident. */
    void old(boolean on) {
        old = on;
        kept.clear();
    }

    void reset() {
        kept.clear();
        incidents.clear();
        old = false;
    }
}

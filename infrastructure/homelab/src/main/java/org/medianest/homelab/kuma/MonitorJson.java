package org.medianest.homelab.kuma;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Monitors as they are pushed. */
final class MonitorJson {
    private final Monitors monitors;

    MonitorJson(Monitors monitors) {
        this.monitors = monitors;
    }

    /** By id, as text: so JavaScript makes it of numbers. */
    JsonObject list() {
        JsonObject list = new JsonObject();
        monitors.all().forEach(monitor -> list.put(Integer.toString(monitor.id()), one(monitor)));
        return list;
    }

    JsonObject one(Monitor monitor) {
        Monitor.Facts facts = monitor.facts();
        List<String> path = path(monitor);
        JsonArray children = new JsonArray();
        monitors.childrenOf(monitor.id()).forEach(child -> children.add(child.id()));
        JsonArray tags = new JsonArray();
        facts.tags()
                .forEach(tag -> tags.add(new JsonObject()
                        .put("tag_id", tags.size() + 1)
                        .put("monitor_id", monitor.id())
                        .put("value", tag.value())
                        .put("name", tag.name())
                        .put("color", tag.color())));
        return new JsonObject()
                .put("id", monitor.id())
                .put("name", facts.name())
                .putNull("description")
                .put("path", new JsonArray(path))
                .put("pathName", String.join(" / ", path))
                .put("parent", facts.parent())
                .put("childrenIDs", children)
                .put("url", facts.url() == null ? "https://" : facts.url())
                .put("method", "GET")
                .put("hostname", facts.hostname())
                .put("port", facts.port())
                .put("maxretries", 0)
                .put("weight", 2000)
                .put("active", monitor.isActive())
                .put("forceInactive", isForcedInactive(monitor))
                .put("type", facts.type())
                .put("timeout", 48)
                .put("interval", Math.toIntExact(facts.interval().toSeconds()))
                .put("retryInterval", 60)
                .put("resendInterval", 0)
                .putNull("keyword")
                .put("invertKeyword", false)
                .put("expiryNotification", false)
                .put("ignoreTls", false)
                .put("upsideDown", false)
                .put("packetSize", 56)
                .put("maxredirects", 10)
                .put("accepted_statuscodes", new JsonArray().add("200-299"))
                .put("dns_resolve_type", "A")
                .put("dns_resolve_server", "1.1.1.1")
                .putNull("dns_last_result")
                .putNull("docker_container")
                .putNull("docker_host")
                .putNull("proxyId")
                .put("notificationIDList", new JsonObject())
                .put("tags", tags)
                .put("maintenance", monitor.finding().status() == BeatStatus.MAINTENANCE)
                .put("screenshot", (String) null)
                .put("includeSensitiveData", true);
    }

    private List<String> path(Monitor monitor) {
        Deque<String> path = new ArrayDeque<>();
        Optional<Monitor> at = Optional.of(monitor);
        while (at.isPresent()) {
            path.addFirst(at.get().facts().name());
            at = parent(at.get());
        }
        return List.copyOf(path);
    }

    private Optional<Monitor> parent(Monitor monitor) {
        return Optional.ofNullable(monitor.facts().parent()).flatMap(monitors::find);
    }

    private boolean isForcedInactive(Monitor monitor) {
        return parent(monitor)
                .map(parent -> !parent.isActive() || isForcedInactive(parent))
                .orElse(false);
    }
}

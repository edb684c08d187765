package org.medianest.gateway.uptimekuma;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The monitors of an account, as they come: all at once, then changed ones, then deleted ones. Groups become names of groups. */
final class MonitorList {
    private static final int MOST = 1_000;

    private final Map<String, Node> nodes = new TreeMap<>();

    private record Node(String name, @Nullable String parent, boolean isGroup, boolean isPaused) {}

    void replace(JsonNode all) {
        nodes.clear();
        add(all);
    }

    /** An object of monitors by id. */
    void add(JsonNode some) {
        for (JsonNode monitor : some) {
            Optional<String> id = KumaJson.id(monitor.path("id"));
            if (id.isPresent() && nodes.size() < MOST) {
                nodes.put(id.get(), node(monitor, id.get()));
            }
        }
    }

    void remove(JsonNode id) {
        KumaJson.id(id).ifPresent(nodes::remove);
    }

    private static Node node(JsonNode monitor, String id) {
        String name = KumaJson.text(monitor.path("name"));
        return new Node(
                name == null ? id : name,
                KumaJson.id(monitor.path("parent")).orElse(null),
                "group".equals(monitor.path("type").asText("")),
                !KumaJson.isTrue(monitor.path("active"), true)
                        || KumaJson.isTrue(monitor.path("forceInactive"), false));
    }

    List<Monitor> monitors() {
        List<Monitor> all = new ArrayList<>();
        nodes.forEach((id, node) -> {
            if (!node.isGroup()) {
                all.add(new Monitor(id, node.name(), groupOf(node), node.isPaused()));
            }
        });
        return all;
    }

    private @Nullable String groupOf(Node node) {
        Node parent = node.parent() == null ? null : nodes.get(node.parent());
        return parent == null ? null : parent.name();
    }
}

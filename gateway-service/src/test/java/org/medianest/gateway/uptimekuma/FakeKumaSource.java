package org.medianest.gateway.uptimekuma;

import static org.hamcrest.Matchers.hasSize;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** With an Uptime Kuma that does as it is told, and watches three monitors. */
abstract class FakeKumaSource extends WithKumaSource {
    final FakeKuma kuma = new FakeKuma();

    @BeforeEach
    void watch() {
        kuma.monitors = new JsonObject()
                .put("1", new JsonObject().put("id", 1).put("name", "Media").put("type", "group"))
                .put("2", monitor(2, "Jellyfin").put("parent", 1))
                .put("3", monitor(3, "Disk").put("active", false));
        kuma.beats = new JsonArray()
                .add(new JsonObject()
                        .put("monitor_id", 2)
                        .put("status", 1)
                        .put("time", "2026-01-01 12:00:00.000")
                        .put("ping", 20)
                        .put("duration", 60));
    }

    @Override
    @AfterEach
    void disconnect() {
        super.disconnect();
        eventually(() -> items().body("items.findAll { it.kind == 'MONITOR' }", hasSize(0)));
        kuma.close();
    }

    static JsonObject monitor(int id, String name) {
        return new JsonObject()
                .put("id", id)
                .put("name", name)
                .put("type", "http")
                .put("active", true);
    }

    Map<String, String> socket() {
        return new HashMap<>(Map.of(
                "method", "SOCKET", "url", kuma.url().toString(), "username", "olga", "password", FakeKuma.PASSWORD));
    }
}

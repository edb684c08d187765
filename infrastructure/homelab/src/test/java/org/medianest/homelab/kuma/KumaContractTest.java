package org.medianest.homelab.kuma;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.contract.Example;

/** The packets of Uptime Kuma, one after the other as it sends them. */
class KumaContractTest extends WithUptimeKuma {
    @Test
    void packetsAreAsUptimeKumaSendsThem() throws IOException {
        JsonObject example = Example.object("kuma-packets.json");
        try (Frames frames = new Frames(http.base()).connect()) {
            JsonObject login = frames.login();
            frames.awaitEvent("uptime");
            homelab.uptimeKuma().find(ROUTER, BeatStatus.DOWN, "timeout");
            JsonObject beat = frames.awaitEvent("heartbeat").getJsonObject(1);

            List<String> begin = frames.frames();
            assertThat(missing(example, "open", new JsonObject(begin.get(0).substring(1))))
                    .isEmpty();
            assertThat(missing(example, "connected", new JsonObject(begin.get(1).substring(2))))
                    .isEmpty();
            assertThat(missing(example, "login", login)).isEmpty();
            assertThat(missing(example, "heartbeatList", arguments(frames, "heartbeatList")))
                    .isEmpty();
            assertThat(missing(example, "uptime", arguments(frames, "uptime"))).isEmpty();
            assertThat(missing(example, "heartbeat", beat)).isEmpty();
        }
    }

    private static List<String> missing(JsonObject example, String part, Object answer) {
        return Example.missing(example.getValue(part), answer);
    }

    private static JsonArray arguments(Frames frames, String event) {
        JsonArray all = frames.awaitEvent(event).copy();
        all.remove(0);
        return all;
    }
}

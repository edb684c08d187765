package org.medianest.homelab.kuma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.system.SystemName;

/** What is said over a socket that was opened while something was wrong. */
class SocketFaultsTest extends WithUptimeKuma {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void garbageIsNoPacket() {
        assertThat(first(new Fault.Garbage())).doesNotStartWith("0{");
    }

    @Test
    void wrongTypesKeepTheNames() {
        JsonObject handshake = new JsonObject(first(new Fault.WrongTypes()).substring(1));

        assertThat(handshake.getValue("sid")).isInstanceOf(Number.class);
        assertThat(handshake.getValue("pingInterval")).isInstanceOf(String.class);
    }

    @Test
    void truncatedMessageHasNoEnd() {
        homelab.faults().set(SystemName.UPTIME_KUMA, new Fault.Truncated());
        try (Frames frames = new Frames(http.base())) {
            await().atMost(PATIENCE).until(frames::isClosed);

            assertThat(frames.frames()).isEmpty();
        }
    }

    @Test
    void slowDripStillBringsAllInItsOrder() {
        homelab.faults().set(SystemName.UPTIME_KUMA, new Fault.SlowDrip(Duration.ofMillis(1)));
        try (Frames frames = new Frames(http.base()).connect()) {
            frames.awaitEvent("loginRequired");

            assertThat(frames.eventNames()).containsExactly("info", "loginRequired");
        }
    }

    @Test
    void faultThatIsGoneLeavesNewSocketsAlone() {
        first(new Fault.Garbage());
        homelab.faults().clear();

        try (Frames frames = new Frames(http.base()).connect()) {
            frames.awaitEvent("loginRequired");
        }
    }

    private static String first(Fault fault) {
        homelab.faults().set(SystemName.UPTIME_KUMA, fault);
        try (Frames frames = new Frames(http.base())) {
            List<String> heard = await().atMost(PATIENCE).until(frames::frames, some -> !some.isEmpty());
            return heard.getFirst();
        }
    }
}

package org.medianest.gateway.uptimekuma;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.medianest.gateway.testing.House;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.kuma.BeatStatus;
import org.medianest.homelab.kuma.UptimeKuma;
import org.medianest.homelab.system.SystemName;

/** Against the stand-in that behaves as Uptime Kuma does. */
@QuarkusTest
@WithTestResource(House.class)
class HomelabKumaTest extends WithKumaSource {
    private final Homelab homelab = Homelab.start();

    @Override
    @AfterEach
    void disconnect() {
        super.disconnect();
        homelab.close();
    }

    @Test
    void accountIsFollowedThroughRestartsAndNewPasswords() {
        save(socket()).statusCode(200);
        eventually(() -> assertThat(monitor("Plex").get("state")).isEqualTo("UP"));
        assertThat(monitor("Plex")).containsEntry("group", "Media");

        homelab.uptimeKuma().find(9, BeatStatus.DOWN, "no route to 192.0.2.1");
        eventually(() -> assertThat(monitor("Router").get("state")).isEqualTo("DOWN"));

        homelab.uptimeKuma().disconnectAll();
        homelab.uptimeKuma().find(9, BeatStatus.UP, "back");
        eventually(() -> assertThat(monitor("Router").get("state")).isEqualTo("UP"));

        homelab.uptimeKuma().delete(12);
        eventually(() ->
                assertThat(page().getList("items.name")).doesNotContain("NAS").contains("Router"));

        homelab.uptimeKuma().changePassword("another");
        homelab.uptimeKuma().disconnectAll();
        eventually(() -> assertThat(page().getString("sources[0].state")).isEqualTo("REFUSED"));
    }

    @Test
    void secondFactorIsAskedForOnce() {
        homelab.uptimeKuma().twoFactor(true);
        assertThat(tested(socket()).getBoolean("needsTwoFactor")).isTrue();
        Map<String, String> withCode = socket();
        withCode.put("twoFactor", homelab.uptimeKuma().twoFactorCode());

        assertThat(tested(withCode).getBoolean("ok")).isTrue();
        save(withCode).statusCode(200);

        eventually(() -> assertThat(page().getString("sources[0].state")).isEqualTo("CONNECTED"));
    }

    @Test
    void doorThatIsOpenOrUnfinishedIsKnownAsSuch() {
        homelab.uptimeKuma().door(UptimeKuma.Door.OPEN);
        assertThat(tested(socket()).getBoolean("ok")).isTrue();

        homelab.uptimeKuma().door(UptimeKuma.Door.SETUP);
        assertThat(tested(socket()).getString("message")).isEqualTo(KumaWords.NOT_SET_UP);
    }

    @Test
    void statusPageAndMetricsSayTheSame() {
        Map<String, String> statusPage = Map.of("method", "STATUS_PAGE", "url", url(), "slug", UptimeKuma.SLUG);
        save(statusPage).statusCode(200);
        eventually(
                () -> assertThat(monitor("Plex")).containsEntry("state", "UP").containsEntry("group", "Media"));

        homelab.uptimeKuma().find(9, BeatStatus.DOWN, "gone");
        save(Map.of("method", "METRICS", "url", url(), "apiKey", UptimeKuma.API_KEY))
                .statusCode(200);
        eventually(() -> assertThat(monitor("Router")).containsEntry("state", "DOWN"));
        eventually(
                () -> assertThat(monitor("Plex")).containsEntry("state", "UP").containsEntry("group", null));
    }

    private String url() {
        return homelab.url(SystemName.UPTIME_KUMA).toString();
    }

    private Map<String, String> socket() {
        return new HashMap<>(Map.of(
                "method", "SOCKET", "url", url(), "username", UptimeKuma.USERNAME, "password", UptimeKuma.PASSWORD));
    }

    /** Empty as long as there is none. */
    private Map<String, Object> monitor(String name) {
        Map<String, Object> found = page().getMap("items.find { it.name == '" + name + "' }");
        return found == null ? Map.of("state", "none") : found;
    }
}

package org.medianest.gateway.uptimekuma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.testing.EventProbe;
import org.medianest.gateway.testing.House;

@QuarkusTest
@WithTestResource(House.class)
class UptimeKumaTest extends FakeKumaSource {
    @Test
    void monitorsOfAnAccountAreFollowedLive() {
        save(socket()).statusCode(200).body("passwordSet", equalTo(true)).body("method", equalTo("SOCKET"));

        eventually(() -> items().body("sources[0].state", equalTo("CONNECTED"))
                .body("items.find { it.id == 'kuma-2' }.state", equalTo("UP"))
                .body("items.find { it.id == 'kuma-2' }.name", equalTo("Jellyfin"))
                .body("items.find { it.id == 'kuma-2' }.group", equalTo("Media"))
                .body("items.find { it.id == 'kuma-2' }.responseMs", equalTo(20))
                .body("items.find { it.id == 'kuma-3' }.message", equalTo("Paused in Uptime Kuma."))
                .body("items.find { it.id == 'kuma-1' }", nullValue()));

        kuma.push(
                "heartbeat",
                new JsonObject()
                        .put("monitorID", 2)
                        .put("status", 0)
                        .put("time", "2026-01-01 12:01:00.000")
                        .put("msg", "connect ECONNREFUSED 10.0.0.5:8096")
                        .put("important", true)
                        .put("duration", 60));
        kuma.push("uptime", 2, 24, 0.75);
        kuma.push("uptime", "2", "720", 0.5);
        eventually(() -> items().body("items.find { it.id == 'kuma-2' }.state", equalTo("DOWN"))
                .body("items.find { it.id == 'kuma-2' }.since", equalTo("2026-01-01T12:01:00Z"))
                .body("items.find { it.id == 'kuma-2' }.uptime.day", equalTo(0.75f))
                .body("items.find { it.id == 'kuma-2' }.uptime.month", equalTo(0.5f))
                .body("items.find { it.id == 'kuma-2' }.message", not(containsString("10.0.0.5"))));
        eventually(() -> assertThat(new EventProbe(redis).about(EventStream.STATUS, "kuma-2"))
                .last()
                .satisfies(
                        event -> assertThat(event.data().get("state").asText()).isEqualTo("DOWN")));

        kuma.push("updateMonitorIntoList", new JsonObject().put("2", monitor(2, "Renamed")));
        kuma.push("deleteMonitorFromList", 3);
        eventually(() -> items().body("items.find { it.id == 'kuma-2' }.name", equalTo("Renamed"))
                .body("items.find { it.id == 'kuma-3' }", nullValue()));
    }

    @Test
    void comesBackByItsTokenWhenTheLineBreaks() {
        save(socket()).statusCode(200);
        eventually(() -> items().body("sources[0].state", equalTo("CONNECTED")));

        kuma.hangUp();

        eventually(() -> assertThat(kuma.calls).containsExactly("login", "loginByToken"));
        kuma.token = "token-2";
        kuma.hangUp();
        eventually(() -> assertThat(kuma.calls).containsExactly("login", "loginByToken", "loginByToken", "login"));
    }

    @Test
    void silenceIsNoticed() {
        save(socket()).statusCode(200);
        eventually(() -> items().body("sources[0].state", equalTo("CONNECTED")));

        kuma.isTired = true;

        eventually(() -> assertThat(kuma.calls).contains("loginByToken"));
    }

    @Test
    void greetingThatIsLostIsNotWaitedFor() {
        kuma.greets = false;

        test(socket()).body("ok", equalTo(true)).body("found.monitors", equalTo(2));
    }

    @Test
    void statusPageNeedsNoSecret() {
        Map<String, String> page =
                Map.of("method", "STATUS_PAGE", "url", kuma.url().toString(), "slug", "home");
        test(page).body("ok", equalTo(true)).body("found.monitors", equalTo(1));

        save(page).statusCode(200).body("slug", equalTo("home"));

        eventually(() -> items().body("items.find { it.id == 'kuma-7' }.state", equalTo("DOWN"))
                .body("items.find { it.id == 'kuma-7' }.group", equalTo("Media"))
                .body("items.find { it.id == 'kuma-7' }.uptime.day", equalTo(0.75f)));
        test(Map.of("method", "STATUS_PAGE", "url", kuma.url().toString(), "slug", "other"))
                .body("message", equalTo("Uptime Kuma has no status page of this name."));
    }

    @Test
    void metricsNeedAKey() {
        Map<String, String> metrics =
                Map.of("method", "METRICS", "url", kuma.url().toString(), "apiKey", FakeKuma.KEY);
        test(metrics).body("ok", equalTo(true)).body("found.monitors", equalTo(2));

        save(metrics).statusCode(200).body("apiKeySet", equalTo(true));

        eventually(() -> items().body("items.find { it.id == 'kuma-3' }.state", equalTo("MAINTENANCE"))
                .body("items.find { it.id == 'kuma-3' }.name", equalTo("The \"Disk\" {1}"))
                .body("items.find { it.id == 'kuma-3' }.responseMs", equalTo(12))
                .body("items.find { it.name == 'Without an id' }.state", equalTo("UP")));
        test(Map.of("method", "METRICS", "url", kuma.url().toString(), "apiKey", "other"))
                .body("message", equalTo("Uptime Kuma does not accept this API key."));
    }

    @Test
    void whatIsNotThereIsSaidInWords() throws IOException {
        Map<String, String> nobody = socket();
        nobody.put("url", "http://127.0.0.1:" + House.unusedPort());
        test(nobody)
                .body("ok", equalTo(false))
                .body("message", equalTo("Uptime Kuma does not answer at this address."));

        Map<String, String> somebodyElse = socket();
        somebodyElse.put("url", kuma.url() + "/elsewhere");
        test(somebodyElse).body("message", equalTo("What answers at this address is not Uptime Kuma."));
    }
}

package org.medianest.gateway.uptimekuma;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.medianest.gateway.testing.House;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.kuma.UptimeKuma;
import org.medianest.homelab.system.SystemName;

/** Everything that can be wrong with Uptime Kuma, each worse than our patience, on each of the three ways to it. */
@QuarkusTest
@WithTestResource(
        value = House.class,
        initArgs = @ResourceArg(name = "medianest.gateway.uptime-kuma.patience", value = "1s"))
class KumaFaultsTest extends WithKumaSource {
    private static final Homelab HOMELAB = Homelab.start();

    static final List<Fault> ALL = Fault.ofEachKind(Duration.ofSeconds(20), Duration.ofSeconds(2));

    /** The metrics are text, in which nothing has a type. */
    static final List<Fault> ON_METRICS =
            ALL.stream().filter(fault -> !fault.equals(new Fault.WrongTypes())).toList();

    @BeforeEach
    void allIsWell() {
        HOMELAB.reset();
    }

    @AfterAll
    static void close() {
        HOMELAB.close();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void faultOfTheSocketIsSaidAndGoneWhenItIsGone(Fault fault) {
        assertSaidAndGone(
                fault,
                Map.of(
                        "method",
                        "SOCKET",
                        "url",
                        url(),
                        "username",
                        UptimeKuma.USERNAME,
                        "password",
                        UptimeKuma.PASSWORD));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void faultOfTheStatusPageIsSaidAndGoneWhenItIsGone(Fault fault) {
        assertSaidAndGone(fault, Map.of("method", "STATUS_PAGE", "url", url(), "slug", UptimeKuma.SLUG));
    }

    @ParameterizedTest
    @FieldSource("ON_METRICS")
    void faultOfTheMetricsIsSaidAndGoneWhenItIsGone(Fault fault) {
        assertSaidAndGone(fault, Map.of("method", "METRICS", "url", url(), "apiKey", UptimeKuma.API_KEY));
    }

    private void assertSaidAndGone(Fault fault, Map<String, String> source) {
        HOMELAB.faults().set(SystemName.UPTIME_KUMA, fault);

        JsonPath answer = tested(source);
        assertThat(answer.getBoolean("ok")).isFalse();
        assertThat(answer.getString("message")).contains("Uptime Kuma");
        save(source).statusCode(200);
        eventually(() -> assertThat(page().getString("sources[0].state")).isEqualTo("AWAY"));
        assertThat(page().getList("items.findAll { it.kind == 'SERVICE' }")).isNotEmpty();

        HOMELAB.faults().clear();
        eventually(() -> assertThat(page().getString("sources[0].state")).isEqualTo("CONNECTED"));
        eventually(() -> assertThat(page().getList("items.findAll { it.name == 'Plex' && it.state == 'UP' }"))
                .hasSize(1));
    }

    private static String url() {
        return HOMELAB.url(SystemName.UPTIME_KUMA).toString();
    }
}

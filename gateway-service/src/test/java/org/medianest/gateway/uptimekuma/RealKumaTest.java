package org.medianest.gateway.uptimekuma;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.medianest.gateway.testing.House;

/**
 * Against an Uptime Kuma that really is one, where there is one: MEDIANEST_TEST_UPTIME_KUMA is its address, …_USERNAME and …_PASSWORD an
 * account without a second factor, …_SLUG a status page and …_API_KEY a key. It must watch an HTTP monitor Plex that is up, in a group
 * Media, and one Router that is down, and the status page must show both, the first under the heading Media.
 */
@QuarkusTest
@WithTestResource(House.class)
@EnabledIfEnvironmentVariable(named = RealKumaTest.ADDRESS, matches = "http.+")
class RealKumaTest extends WithKumaSource {
    static final String ADDRESS = "MEDIANEST_TEST_UPTIME_KUMA";

    @Test
    void accountTellsOfItsMonitors() {
        follow(Map.of(
                "method", "SOCKET",
                "url", setting(""),
                "username", setting("_USERNAME"),
                "password", setting("_PASSWORD")));

        assertThat(page().<String>get("items.find { it.name == 'Plex' }.group")).isEqualTo("Media");
        assertThat(page().getList("items.name")).doesNotContain("Media");
    }

    @Test
    void statusPageTellsOfItsMonitors() {
        follow(Map.of("method", "STATUS_PAGE", "url", setting(""), "slug", setting("_SLUG")));

        assertThat(page().<String>get("items.find { it.name == 'Plex' }.group")).isEqualTo("Media");
    }

    @Test
    void metricsTellOfMonitors() {
        follow(Map.of("method", "METRICS", "url", setting(""), "apiKey", setting("_API_KEY")));

        assertThat(page().getList("items.name")).doesNotContain("Media");
    }

    @Test
    void wrongPasswordAndWrongKeyAreNamedAsSuch() {
        Map<String, String> socket = Map.of(
                "method",
                "SOCKET",
                "url",
                setting(""),
                "username",
                setting("_USERNAME"),
                "password",
                "not the password");

        assertThat(tested(socket).getString("message")).isEqualTo(KumaWords.CREDENTIALS_REFUSED);
        assertThat(tested(Map.of("method", "METRICS", "url", setting(""), "apiKey", "uk1_nonsense"))
                        .getString("message"))
                .isEqualTo("Uptime Kuma does not accept this API key.");
    }

    private void follow(Map<String, String> source) {
        assertThat(tested(source).getBoolean("ok")).isTrue();
        save(source).statusCode(200);
        eventually(() -> {
            assertThat(page().getString("sources[0].state")).isEqualTo("CONNECTED");
            assertThat(page().getString("items.find { it.name == 'Plex' }.state"))
                    .isEqualTo("UP");
            assertThat(page().getString("items.find { it.name == 'Router' }.state"))
                    .isEqualTo("DOWN");
        });
    }

    private static String setting(String name) {
        return String.valueOf(System.getenv(ADDRESS + name));
    }
}

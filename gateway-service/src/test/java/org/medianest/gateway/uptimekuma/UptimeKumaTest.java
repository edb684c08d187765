package org.medianest.gateway.uptimekuma;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.event.StatusEvent.SourceAdministered;
import org.medianest.commons.identity.Permission;
import org.medianest.commons.testing.EventProbe;
import org.medianest.gateway.testing.House;
import org.medianest.gateway.testing.Person;

@QuarkusTest
@WithTestResource(House.class)
class UptimeKumaTest {
    private static final String SOURCE = "/api/v1/status/sources/uptime-kuma";

    @Inject
    RedisDataSource redis;

    @Inject
    Database database;

    private final FakeKuma kuma = new FakeKuma();
    private Person olga;

    @BeforeEach
    void signIn() {
        olga = Person.signedIn(redis, Permission.SETTINGS_MANAGE);
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

    @AfterEach
    void disconnect() {
        asOlga().delete(SOURCE).then().statusCode(204);
        eventually(() -> items().body("items.findAll { it.kind == 'MONITOR' }", hasSize(0)));
        kuma.close();
    }

    @Test
    void whoConnectsAndDisconnectsItIsSaidForTheAuditLog() {
        save(socket()).statusCode(200);
        asOlga().delete(SOURCE).then().statusCode(204);
        asOlga().delete(SOURCE).then().statusCode(204);

        eventually(
                () -> assertThat(administered()).containsExactly("INTEGRATION_CONNECTED", "INTEGRATION_DISCONNECTED"));
    }

    private List<String> administered() {
        return new EventProbe(redis)
                .about(EventStream.STATUS, "Uptime Kuma").stream()
                        .map(event -> EventCodec.payload(event, SourceAdministered.class))
                        .filter(event -> event.actorId().equals(olga.user()))
                        .map(SourceAdministered::action)
                        .toList();
    }

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
    void withoutAccountsNobodyNeedsToSignIn() {
        kuma.asksForLogin = false;

        test(socket()).body("ok", equalTo(true));
        assertThat(kuma.calls).isEmpty();
    }

    @Test
    void wrongPasswordIsSaidAndNotTriedAgain() {
        Map<String, String> wrong = socket();
        wrong.put("password", "wrong");

        test(wrong)
                .body("ok", equalTo(false))
                .body("message", equalTo("Uptime Kuma does not accept the user name or the password."));
        save(wrong).statusCode(200);

        eventually(() -> items().body("sources[0].state", equalTo("REFUSED"))
                .body("sources[0].message", equalTo("Uptime Kuma does not accept the user name or the password.")));
        assertThat(kuma.calls).containsExactly("login", "login");
    }

    @Test
    void codeOfTheTestIsNotNeededTwice() {
        kuma.wantsCode = true;
        test(socket()).body("ok", equalTo(false)).body("needsTwoFactor", equalTo(true));
        Map<String, String> withCode = socket();
        withCode.put("twoFactor", "123 456");

        test(withCode).body("ok", equalTo(true)).body("found.version", equalTo("2.0.2"));
        save(withCode).statusCode(200);

        eventually(() -> items().body("sources[0].state", equalTo("CONNECTED")));
        assertThat(kuma.calls).containsExactly("login", "login", "loginByToken");
    }

    @Test
    void codeThatIsNotAcceptedIsSaidAtOnce() {
        kuma.wantsCode = true;
        save(socket()).statusCode(200);
        eventually(() -> items().body("sources[0].state", equalTo("NEEDS_CODE"))
                .body("sources[0].message", containsString("two-factor code")));
        Map<String, String> wrong = socket();
        wrong.put("twoFactor", "000000");

        save(wrong)
                .statusCode(409)
                .body("code", equalTo("SOURCE_REFUSED"))
                .body("detail", containsString("does not accept this two-factor code"));
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

    @Test
    void secretsAreSealedAndStayHere() {
        save(socket()).statusCode(200).body("$", not(containsString(FakeKuma.PASSWORD)));
        eventually(() -> assertThat(sealed("sealed_token")).isNotEmpty());
        assertThat(sealed("sealed_password")).isNotEmpty().doesNotContain(FakeKuma.PASSWORD);
        assertThat(sealed("sealed_token")).doesNotContain(kuma.token);

        Map<String, String> without = socket();
        without.remove("password");
        save(without).statusCode(200);
        without.put("url", "http://127.0.0.1:9");
        save(without)
                .statusCode(400)
                .body("code", equalTo("VALIDATION_FAILED"))
                .body("violations[0].field", equalTo("password"));
    }

    @Test
    void onlyWhoMayChangeTheSettingsSeesThem() {
        Person alice = Person.signedIn(redis, Permission.STATUS_READ);
        given().header("Cookie", alice.cookie()).get(SOURCE).then().statusCode(403);
        given().header("Cookie", alice.cookie())
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/json")
                .body(socket())
                .put(SOURCE)
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
        given().get(SOURCE).then().statusCode(401);
    }

    @Test
    void bodiesAreReadStrictly() {
        asOlga().body("{\"method\":\"SOCKET\",\"unknown\":1}")
                .put(SOURCE)
                .then()
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_FIELD"));
        asOlga().body("{\"password\":\"s3cret")
                .put(SOURCE)
                .then()
                .statusCode(400)
                .body("detail", not(containsString("s3cret")));
        asOlga().body("{}").put(SOURCE).then().statusCode(400).body("code", equalTo("VALIDATION_FAILED"));
        asOlga().body("{\"method\":\"SOCKET\",\"url\":\"file:///etc/passwd\"}")
                .put(SOURCE)
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(java.util.List.of("url")));
        asOlga().contentType("text/plain").body("x").put(SOURCE).then().statusCode(415);
    }

    private String sealed(String column) {
        return database.first(
                        row -> String.valueOf(row.getString(0)), "select coalesce(" + column + ", '') from source")
                .await()
                .atMost(Duration.ofSeconds(60))
                .orElse("");
    }

    private static JsonObject monitor(int id, String name) {
        return new JsonObject()
                .put("id", id)
                .put("name", name)
                .put("type", "http")
                .put("active", true);
    }

    private Map<String, String> socket() {
        return new HashMap<>(Map.of(
                "method", "SOCKET", "url", kuma.url().toString(), "username", "olga", "password", FakeKuma.PASSWORD));
    }

    private ValidatableResponse save(Map<String, String> source) {
        return asOlga().body(source).put(SOURCE).then();
    }

    private ValidatableResponse test(Map<String, String> source) {
        return asOlga().body(source).post(SOURCE + "/test").then().statusCode(200);
    }

    /** Not by the means of RestAssured, which would print the whole page each time that it is not so yet. */
    private Page items() {
        return new Page(asOlga().get("/api/v1/status").jsonPath());
    }

    private record Page(JsonPath json) {
        Page body(String path, Matcher<?> matcher) {
            Object value = json.get(path);
            assertThat(matcher.matches(value)).as("%s is %s", path, value).isTrue();
            return this;
        }
    }

    private RequestSpecification asOlga() {
        return given().header("Cookie", olga.cookie())
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/json");
    }

    private static void eventually(ThrowingRunnable fact) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(fact);
    }
}

package org.medianest.auth.notification.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.auth.notification.WithNews;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.auth.testing.PushBrowser;
import org.medianest.auth.testing.PushService;
import org.medianest.auth.testing.PushService.Pushed;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.EventEnvelope;

@AuthServiceTest
class PushTest extends WithNews {
    private static final String SUBSCRIPTIONS = PATH + "/push/subscriptions";

    @SuppressWarnings("NullAway.Init") // HomelabResource sets it
    PushService pushService;

    @Inject
    Database database;

    private PushBrowser browser;
    private String device;

    @BeforeEach
    void adaHasABrowser() throws GeneralSecurityException {
        browser = new PushBrowser();
        device = UUID.randomUUID().toString();
    }

    @AfterEach
    void pushServiceTakesAll() {
        pushService.answers(201);
    }

    @Test
    void declineIsPushedOnceAndTheBrowserReadsItsReason() throws GeneralSecurityException {
        subscribe(device).statusCode(201);
        EventEnvelope envelope = envelope(declined());

        say(envelope);
        say(envelope);

        Pushed pushed = awaitPush(1).getFirst();
        String id = awaitId();
        assertThat(new JsonObject(browser.read(pushed.body())).getMap())
                .containsOnly(
                        Map.entry("id", id),
                        Map.entry("title", "“" + FILM + "” was declined"),
                        Map.entry("body", REASON),
                        Map.entry("path", "/title/movie/" + TMDB_ID));
        assertThat(pushed.header("Content-encoding")).isEqualTo("aes128gcm");
        assertThat(pushed.header("Ttl")).isEqualTo("86400");
        assertThat(new String(pushed.body(), StandardCharsets.ISO_8859_1)).doesNotContain("shelf");
        awaitAllThatWasSaid();
        await().atMost(SOON).until(() -> states().equals(List.of("DELIVERED")));
        assertThat(pushService.pushedTo(device)).hasSize(1);
    }

    @Test
    void pushServiceHearsFromWhomItIsByTheKeyThatBrowsersAreGiven() throws GeneralSecurityException {
        subscribe(device);
        String key = asAda().get(PATH + "/push/key").path("publicKey");

        say(declined());

        String authorization = awaitPush(1).getFirst().header("Authorization");
        assertThat(authorization).startsWith("vapid t=").endsWith(", k=" + key);
        String[] token = authorization
                .substring("vapid t=".length(), authorization.indexOf(','))
                .split("\\.");
        JsonObject claims = new JsonObject(new String(bytes(token[1]), StandardCharsets.UTF_8));
        assertThat(claims.getString("aud")).isEqualTo(pushService.endpoint("").replaceFirst("/$", ""));
        assertThat(Instant.ofEpochSecond(claims.getLong("exp")))
                .isBetween(Instant.now(), Instant.now().plusSeconds(24 * 60 * 60));
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(P256.decoded(bytes(key)));
        signature.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(bytes(token[2]))).isTrue();
    }

    @Test
    void longReasonIsCutSoThatItFitsIntoAMessage() throws GeneralSecurityException {
        subscribe(device);

        say(declined("🎬".repeat(400), "🎬\"\n".repeat(1000)));

        Pushed pushed = awaitPush(1).getFirst();
        assertThat(pushed.body()).hasSizeLessThanOrEqualTo(4096);
        assertThat(new JsonObject(browser.read(pushed.body())).getString("body"))
                .endsWith("…");
    }

    @Test
    void whatCannotGoNowGoesLater() throws GeneralSecurityException {
        subscribe(device);
        pushService.answers(503);
        say(declined());
        awaitPush(1);

        pushService.answers(201);

        assertThat(browser.read(awaitPush(2).getLast().body())).contains(REASON);
        await().atMost(SOON).until(() -> states().equals(List.of("DELIVERED")));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void browserThatIsGoneIsForgotten(int status) {
        subscribe(device);
        pushService.answers(status);

        say(declined());

        awaitPush(1);
        await().atMost(SOON).until(() -> subscriptions().isEmpty());
        assertThat(states()).isEmpty();
    }

    @Test
    void whoWantsNoPushesGetsNone() {
        subscribe(device);
        asAda().contentType(ContentType.JSON)
                .body(Map.of("mail", false, "push", false))
                .put(PATH + "/preferences")
                .then()
                .statusCode(200);

        say(declined());
        awaitInbox(1);

        assertThat(states()).isEmpty();
    }

    @Test
    void browserThatSubscribesAgainIsToldOnceAndBelongsToWhoCameLast() {
        subscribe(device).statusCode(201);
        subscribe(device).statusCode(204);
        assertThat(subscriptions()).hasSize(1);

        String bobs = tokenOf(house.resident());
        as(bobs).contentType(ContentType.JSON)
                .body(subscriber(device))
                .post(SUBSCRIPTIONS)
                .then()
                .statusCode(204);

        assertThat(subscriptions()).isEmpty();
    }

    @Test
    void eleventhBrowserTakesThePlaceOfTheFirst() {
        for (int i = 0; i <= 10; i++) {
            subscribe(device + i).statusCode(201);
        }

        assertThat(subscriptions())
                .hasSize(10)
                .contains(pushService.endpoint(device + 10))
                .doesNotContain(pushService.endpoint(device + 0));
    }

    @Test
    void allThatIsKeptOfSomebodyGoesWithTheirAccount() {
        subscribe(device);
        asAda().contentType(ContentType.JSON)
                .body(Map.of("mail", false, "push", true))
                .put(PATH + "/preferences")
                .then()
                .statusCode(200);
        say(declined());
        await().atMost(SOON).until(() -> states().equals(List.of("DELIVERED")));
        UUID id = UUID.fromString(awaitId());

        database.run("delete from app_user where id = $1", ada.id()).await().indefinitely();

        assertThat(count("notification where id = $1", id)).isZero();
        assertThat(count("notification_delivery where notification_id = $1", id))
                .isZero();
        assertThat(count("notification_preference where person_id = $1", ada.id()))
                .isZero();
        assertThat(count("push_subscription where person_id = $1", ada.id())).isZero();
    }

    @Test
    void onesOwnBrowserCanUnsubscribeAndNobodyElses() {
        subscribe(device);
        Map<String, String> endpoint = Map.of("endpoint", pushService.endpoint(device));
        String bobs = tokenOf(house.resident());

        as(bobs).contentType(ContentType.JSON)
                .body(endpoint)
                .delete(SUBSCRIPTIONS)
                .then()
                .statusCode(204);
        assertThat(subscriptions()).hasSize(1);
        asAda().contentType(ContentType.JSON)
                .body(endpoint)
                .delete(SUBSCRIPTIONS)
                .then()
                .statusCode(204);
        asAda().contentType(ContentType.JSON)
                .body(endpoint)
                .delete(SUBSCRIPTIONS)
                .then()
                .statusCode(204);

        assertThat(subscriptions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://push.example.org/x",
                "https://127.0.0.1/x",
                "https://0/x",
                "https://0x7f.1/x",
                "https://017700000001/x",
                "https://2130706433/x",
                "https://[::1]/x",
                "https://[::ffff:127.0.0.1]/x",
                "https://[64:ff9b::a9fe:a9fe]/x",
                "https://169.254.169.254/latest",
                "https://100.64.0.1/x",
                "https://10.0.0.1/x",
                "https://192.168.1.1/x",
                "https://[fd00::1]/x",
                "https://localhost/x",
                "https://localhost./x",
                "https://①②⑦.0.0.1/x",
                "https://push.example.org:8443/x",
                "https://ada:secret@push.example.org/x",
                "file:///etc/passwd",
                "https:///x",
                "push",
                ""
            })
    void whatIsNotOutInTheWorldIsNotCalled(String endpoint) {
        asAda().contentType(ContentType.JSON)
                .body(subscriber(browser.p256dh(), browser.auth(), endpoint))
                .post(SUBSCRIPTIONS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("endpoint"));

        assertThat(subscriptions()).isEmpty();
    }

    @Test
    void whatIsNoKeyIsRefused() {
        String endpoint = pushService.endpoint(device);
        for (Map<String, Object> forged : List.of(
                subscriber("AAAA", browser.auth(), endpoint),
                subscriber("ä", browser.auth(), endpoint),
                subscriber(browser.p256dh(), "AAAA", endpoint),
                subscriber(browser.auth(), browser.p256dh(), endpoint))) {
            asAda().contentType(ContentType.JSON)
                    .body(forged)
                    .post(SUBSCRIPTIONS)
                    .then()
                    .statusCode(400);
        }

        assertThat(subscriptions()).isEmpty();
    }

    private ValidatableResponse subscribe(String name) {
        return asAda().contentType(ContentType.JSON)
                .body(subscriber(name))
                .post(SUBSCRIPTIONS)
                .then();
    }

    private Map<String, Object> subscriber(String name) {
        return subscriber(browser.p256dh(), browser.auth(), pushService.endpoint(name));
    }

    private static Map<String, Object> subscriber(String p256dh, String auth, String endpoint) {
        return Map.of("endpoint", endpoint, "keys", Map.of("p256dh", p256dh, "auth", auth));
    }

    private List<Pushed> awaitPush(int many) {
        return await().atMost(SOON).until(() -> pushService.pushedTo(device), all -> all.size() >= many);
    }

    private List<String> subscriptions() {
        return database.list(
                        row -> row.getString("endpoint"),
                        "select endpoint from push_subscription where person_id = $1",
                        ada.id())
                .await()
                .indefinitely();
    }

    private long count(String rows, UUID id) {
        return database.first(row -> row.getLong(0), "select count(*) from " + rows, id)
                .await()
                .indefinitely()
                .orElseThrow();
    }

    private List<String> states() {
        return database.list(
                        row -> row.getString("state"),
                        "select d.state from notification_delivery d join notification n on n.id = d.notification_id"
                                + " where n.person_id = $1",
                        ada.id())
                .await()
                .indefinitely();
    }

    private static byte[] bytes(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }
}

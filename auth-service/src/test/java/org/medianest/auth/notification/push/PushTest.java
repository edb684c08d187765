package org.medianest.auth.notification.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.auth.testing.PushService.Pushed;
import org.medianest.commons.event.EventEnvelope;

/** What is told to browsers. */
@AuthServiceTest
class PushTest extends WithPush {
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
    void pushIsInTheLanguageOfItsReader() throws GeneralSecurityException {
        subscribe(device);
        asAda().contentType(ContentType.JSON)
                .body(Map.of("mail", false, "push", true, "language", "DE"))
                .put(PATH + "/preferences")
                .then()
                .statusCode(200);

        say(declined(FILM, ""));

        JsonObject read = new JsonObject(browser.read(awaitPush(1).getFirst().body()));
        assertThat(read.getString("title")).isEqualTo("„" + FILM + "“ wurde abgelehnt");
        assertThat(read.getString("body")).isEqualTo("Dein Wunsch nach „" + FILM + "“ wurde abgelehnt.");
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

    private List<Pushed> awaitPush(int many) {
        return await().atMost(SOON).until(() -> pushService.pushedTo(device), all -> all.size() >= many);
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

package org.medianest.media.fulfilment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.commons.database.Database;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.integration.Connecting;
import org.medianest.media.system.SystemKind;
import org.medianest.media.testing.MediaServiceTest;
import org.medianest.media.testing.ScriptedSystem;
import org.medianest.media.testing.ScriptedSystem.Said;
import org.medianest.media.testing.Titles;

@MediaServiceTest
@TestProfile(Fulfilling.class)
class FulfilmentTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final JsonObject PLACE =
            new JsonObject().put("qualityProfileId", 4).put("rootFolderPath", "/movies");
    private static final String MOVIE = "/api/v3/movie";
    private static final String WEBHOOKS = "/api/v1/media/webhooks/";

    @Inject
    Fulfilment fulfilment;

    @Inject
    HeardStages heard;

    @Inject
    Connecting connecting;

    @Inject
    Database database;

    private final int tmdbId = ThreadLocalRandom.current().nextInt(1_000_000, 2_000_000);
    private final UUID request = UUID.randomUUID();
    private final AtomicReference<@Nullable String> film = new AtomicReference<>();
    private final AtomicReference<String> queue = new AtomicReference<>("");
    private final AtomicReference<@Nullable Said> outage = new AtomicReference<>();

    /** As Radarr with one film at most. */
    private final ScriptedSystem radarr = new ScriptedSystem()
            .answers(
                    "GET " + MOVIE,
                    asked -> orOutage(new Said(200, film.get() == null ? "[]" : "[" + film.get() + "]")))
            .answers("POST " + MOVIE, asked -> {
                film.set(film(false, true));
                return orOutage(new Said(201, film(false, true)));
            })
            .answers("DELETE " + MOVIE + "/7", asked -> {
                film.set(null);
                return orOutage(new Said(200, "{}"));
            })
            .answers("POST /api/v3/command", asked -> orOutage(new Said(201, "{}")))
            .answers("GET /api/v3/queue", asked -> orOutage(new Said(200, queueJson())));

    @BeforeEach
    void connect() {
        connecting.connect(radarr.connection(SystemKind.RADARR, PLACE));
    }

    @AfterEach
    void disconnect() {
        database.run("delete from commission").await().indefinitely();
        connecting.disconnect(SystemKind.RADARR);
        radarr.close();
    }

    @Test
    void listenersHearHowAnOrderGetsOn() {
        assertThat(hand()).isEqualTo(new Handed(SystemKind.RADARR, new Stage.Searching(), null));
        awaitStage(new Stage.Searching());

        queue.set(line(400, 100));
        awaitStage(new Stage.Downloading(75, 60L));

        queue.set("");
        film.set(film(true, true));
        awaitStage(new Stage.Imported());
        assertThat(radarr.asked("POST " + MOVIE)).hasSize(1);
    }

    @Test
    void orderWaitsForASystemThatIsAwayAndIsGivenToItOnce() {
        outage.set(new Said(503, ""));

        assertThat(hand()).satisfies(handed -> {
            assertThat(handed.stage()).isEqualTo(new Stage.Approved());
            assertThat(handed.waitingFor()).isNotBlank();
        });
        outage.set(null);

        awaitStage(new Stage.Searching());
        assertThat(radarr.asked("POST " + MOVIE)).hasSize(1);
    }

    @Test
    void orderWhoseAnswerWasLostIsNotGivenTwice() {
        radarr.answers("POST " + MOVIE, asked -> {
            film.set(film(false, true)); // it is done, and nobody hears of it
            return new Said(502, "");
        });

        hand();

        awaitStage(new Stage.Searching());
        assertThat(radarr.asked("POST " + MOVIE)).hasSize(1);
    }

    @Test
    void orderWaitsForSomebodyToBeConnected() {
        connecting.disconnect(SystemKind.RADARR);

        Handed handed = hand();

        assertThat(handed.by()).isNull();
        assertThat(handed.waitingFor()).contains("Radarr");
    }

    @Test
    void outageChangesNothingOfWhatIsKnown() {
        film.set(film(false, true));
        queue.set(line(400, 100));
        hand();
        awaitStage(new Stage.Downloading(75, 60L));
        int before = radarr.asked("GET /api/v3/queue").size();

        outage.set(new Said(500, "{\"message\":\"NullReference\"}"));

        await().atMost(SOON).until(() -> radarr.asked("GET /api/v3/queue").size() > before + 1);
        assertThat(heard.of(request).getLast()).isEqualTo(new Stage.Downloading(75, 60L));
        assertThat(stages()).isEmpty();
    }

    @Test
    void whatIsLetGoIsNotWatchedAnyMore() {
        hand();
        awaitStage(new Stage.Searching());

        database.inTransaction(transaction -> fulfilment.letGo(transaction, request))
                .await()
                .indefinitely();

        assertThat(open()).isZero();
    }

    @Test
    void whatWasAddedIsTakenBackAlsoWhenNobodyHeardOfIt() {
        radarr.answers("POST " + MOVIE, asked -> {
            film.set(film(false, true)); // it is done, and nobody hears of it
            outage.set(new Said(502, ""));
            return new Said(502, "");
        });
        hand();

        cancel();
        outage.set(null);

        awaitTakenBack();
        assertThat(film.get()).isNull();
    }

    @Test
    void whatIsCancelledWhileItIsHandedOverIsTakenBack() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        radarr.answers("POST " + MOVIE, one -> {
            asked.countDown();
            awaitLatch(goOn);
            film.set(film(false, true));
            return new Said(201, film(false, true));
        });
        CompletionStage<Handed> handed = fulfilment.hand(order()).subscribeAsCompletionStage();
        assertThat(asked.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();

        cancel();
        goOn.countDown();

        awaitTakenBack();
        assertThat(film.get()).isNull();
        assertThat(handed).succeedsWithin(SOON);
    }

    @Test
    void whatIsCancelledBeforeAnythingWasDoneIsNotBegun() {
        outage.set(new Said(503, ""));
        hand();
        cancel();
        outage.set(null);

        assertThatThrownBy(this::hand).isInstanceOf(Ledger.OrderEnded.class);
        assertThat(radarr.asked("POST " + MOVIE)).isEmpty();
    }

    private void cancel() {
        database.inTransaction(transaction -> fulfilment.cancel(transaction, cancelled(), false))
                .await()
                .indefinitely();
    }

    private Cancelled cancelled() {
        return new Cancelled(request, UUID.randomUUID(), new TitleId(MediaType.MOVIE, tmdbId), "A film", Set.of());
    }

    private void awaitTakenBack() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(heard.takenBack(request)).hasSize(1));
        assertThat(radarr.asked("DELETE " + MOVIE + "/7").getFirst().query()).containsEntry("deleteFiles", "false");
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await(SOON.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void webhookBringsTheNextLookForwardWhateverItSays() {
        film.set(film(false, false));
        hand();
        awaitStage(new Stage.WaitingForRelease(null)); // which is looked at every ten minutes only
        String secret = connecting.webhookSecret(SystemKind.RADARR);
        film.set(film(true, true));

        String late = "{\"eventType\":\"Grab\",\"movie\":{\"id\":7}}";
        given().header("Authorization", secret)
                .body(late)
                .post(WEBHOOKS + "radarr")
                .then()
                .statusCode(204);
        given().auth()
                .preemptive()
                .basic("any", secret)
                .body(late)
                .post(WEBHOOKS + "radarr")
                .then()
                .statusCode(204);

        awaitStage(new Stage.Imported());
        assertThat(heard.of(request).getLast()).isEqualTo(new Stage.Imported());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "Bearer wrong", "Basic d3Jvbmc=", "Basic !"})
    void webhookWithoutItsSecretIsRefused(String authorization) {
        connecting.webhookSecret(SystemKind.RADARR);

        given().header("Authorization", authorization)
                .body("{}")
                .post(WEBHOOKS + "radarr")
                .then()
                .statusCode(401);
    }

    @Test
    void secretOfOneSystemIsNoneOfAnother() {
        String secret = connecting.webhookSecret(SystemKind.RADARR);

        given().header("Authorization", secret)
                .body("{}")
                .post(WEBHOOKS + "sonarr")
                .then()
                .statusCode(401);
        given().header("Authorization", secret)
                .body("{}")
                .post(WEBHOOKS + "plex")
                .then()
                .statusCode(404);
    }

    @Test
    void hugeWebhookIsRefused() {
        String secret = connecting.webhookSecret(SystemKind.RADARR);

        given().header("Authorization", secret)
                .body("x".repeat(2 * 1024 * 1024))
                .post(WEBHOOKS + "radarr")
                .then()
                .statusCode(413);
    }

    private Handed hand() {
        return fulfilment.hand(order()).await().indefinitely();
    }

    private Map<UUID, Stage> stages() {
        return fulfilment.stages(List.of(order())).await().indefinitely();
    }

    private Order order() {
        return new Order(request, UUID.randomUUID(), Titles.film(tmdbId, LocalDate.of(1999, 3, 31)), Set.of());
    }

    private void awaitStage(Stage stage) {
        await().atMost(SOON).untilAsserted(() -> assertThat(heard.of(request)).contains(stage));
    }

    private int open() {
        return database.list(row -> row.getUUID(0), "select request_id from commission where ended_at is null")
                .await()
                .indefinitely()
                .size();
    }

    private Said orOutage(Said usual) {
        Said instead = outage.get();
        return instead == null ? usual : instead;
    }

    private String film(boolean hasFile, boolean isAvailable) {
        return """
                {"id":7,"tmdbId":%d,"title":"The Title","hasFile":%s,"monitored":true,"isAvailable":%s}""".formatted(tmdbId, hasFile, isAvailable);
    }

    private static String line(int size, int left) {
        return """
                {"id":1,"movieId":7,"size":%d,"sizeleft":%d,"timeleft":"00:01:00","status":"downloading",
                 "trackedDownloadStatus":"ok","trackedDownloadState":"downloading","downloadId":"A"}""".formatted(size, left);
    }

    private String queueJson() {
        return "{\"totalRecords\":%d,\"records\":[%s]}".formatted(queue.get().isEmpty() ? 0 : 1, queue.get());
    }
}

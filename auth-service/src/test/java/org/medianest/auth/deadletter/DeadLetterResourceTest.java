package org.medianest.auth.deadletter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.auth.testing.House;
import org.medianest.auth.user.AppUser;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.DownloadEvent.DownloadCancelled;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.identity.Permission;
import org.medianest.commons.testing.EventProbe;

@AuthServiceTest
class DeadLetterResourceTest {
    private static final String PATH = "/api/v1/events/dead-letters";
    private static final String UNKNOWN = "downloads-1700000000000-9";

    @Inject
    House house;

    @Inject
    Database database;

    @Inject
    RedisDataSource redis;

    private final EventEnvelope cancelled =
            EventCodec.wrap("/download-service", new DownloadCancelled(UUID.randomUUID(), UUID.randomUUID()), null);

    private AppUser admin;
    private String token;

    @BeforeEach
    void adminIsSignedIn() {
        nobodyIsDead();
        admin = house.resident(Permission.SETTINGS_MANAGE);
        token = house.tokenOf(house.sessionOf(admin));
    }

    @AfterEach
    void nobodyIsDead() {
        EventStream.DURABLE.forEach(stream -> redis.key().del(stream + ":dead", stream + ":dead:known"));
        redis.key().del(EventStream.DOWNLOADS);
    }

    @Test
    void withoutDeadLettersTheListIsEmpty() {
        asAdmin().get(PATH).then().statusCode(200).body("items", empty()).body("nextCursor", nullValue());
    }

    @Test
    void lettersOfAllStreamsArePagedNewestFirst() {
        bury(EventStream.AUTH, "1700000000001-0", "a");
        bury(EventStream.AUTH, "1700000000002-0", "b");
        bury(EventStream.AUTH, "1700000000002-1", "c");
        bury(EventStream.AUTH, "1700000000004-0", "d");
        bury(EventStream.DOWNLOADS, "1700000000002-0", "e");
        bury(EventStream.DOWNLOADS, "1700000000003-0", "f");
        bury(EventStream.DOWNLOADS, "1700000000004-0", "g");

        List<String> all = List.of(
                "auth-1700000000004-0",
                "downloads-1700000000004-0",
                "downloads-1700000000003-0",
                "auth-1700000000002-1",
                "auth-1700000000002-0",
                "downloads-1700000000002-0",
                "auth-1700000000001-0");
        for (int limit = 1; limit <= all.size(); limit++) {
            assertThat(idsInPagesOf(limit)).as("pages of %d", limit).isEqualTo(all);
        }
    }

    @Test
    void letterSaysWhatWasSaidAndWhyItWasGivenUp() {
        String id = bury(EventStream.DOWNLOADS, "1700000000000-0", EventCodec.encode(cancelled));

        asAdmin()
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("stream", equalTo("events:downloads"))
                .body("consumer", equalTo("media-request-service"))
                .body("attempts", equalTo(5))
                .body("error", equalTo("it did not work"))
                .body("buriedAt", equalTo("2023-11-14T22:13:20Z"))
                .body("eventId", equalTo(cancelled.id().toString()))
                .body("type", equalTo("medianest.download.cancelled.v1"))
                .body("subject", equalTo(cancelled.subject()))
                .body("time", equalTo(cancelled.time().toString()))
                .body("event", equalTo(EventCodec.encode(cancelled)));
        asAdmin().get(PATH).then().body("items.id", contains(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{not json", "", "{}", "null", "\u202e\u0001 🎬", "{\"id\":7,\"time\":\"yesterday\"}"})
    void poisonIsShownAsItIs(String poison) {
        String id = bury(EventStream.DOWNLOADS, "1700000000000-0", poison);

        asAdmin()
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("event", equalTo(poison))
                .body("eventId", nullValue())
                .body("type", nullValue())
                .body("subject", nullValue())
                .body("time", nullValue());
        asAdmin().delete(PATH + "/" + id).then().statusCode(204);
    }

    @Test
    void replayedEventIsOnItsStreamAgainForTheOneThatGaveUpOnIt() {
        String id = bury(EventStream.DOWNLOADS, "1700000000000-0", EventCodec.encode(cancelled));

        asAdmin().post(PATH + "/" + id + "/replay").then().statusCode(202).body(emptyString());

        assertThat(onStream(EventStream.DOWNLOADS))
                .containsExactly(Map.of("event", EventCodec.encode(cancelled), "for", "media-request-service"));
        asAdmin().get(PATH + "/" + id).then().statusCode(404);
        assertAudited(id, "medianest.deadletter.replayed.v1", cancelled.id());
    }

    @Test
    void droppedEventIsGone() {
        String id = bury(EventStream.DOWNLOADS, "1700000000000-0", "{not json");

        asAdmin().delete(PATH + "/" + id).then().statusCode(204);

        assertThat(onStream(EventStream.DOWNLOADS)).isEmpty();
        asAdmin().get(PATH).then().body("items", empty());
        asAdmin().delete(PATH + "/" + id).then().statusCode(404);
        assertAudited(id, "medianest.deadletter.dropped.v1", null);
    }

    @Test
    void ofAdminsWhoReplayTheSameAtOnceOneSucceeds() throws InterruptedException {
        String id = bury(EventStream.DOWNLOADS, "1700000000000-0", EventCodec.encode(cancelled));
        Callable<Integer> replay =
                () -> asAdmin().post(PATH + "/" + id + "/replay").statusCode();

        List<Integer> answers;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(Collections.nCopies(4, replay)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(answers).containsExactlyInAnyOrder(202, 404, 404, 404);
        assertThat(onStream(EventStream.DOWNLOADS)).hasSize(1);
        assertThat(saidOf(id)).isOne();
    }

    @Test
    void whatRedisRefusesIsNotSaid() {
        String id = bury(EventStream.DOWNLOADS, "1700000000000-0", EventCodec.encode(cancelled));
        redis.execute("CONFIG", "SET", "maxmemory", "100kb");
        try {
            asAdmin().post(PATH + "/" + id + "/replay").then().statusCode(greaterThanOrEqualTo(500));
        } finally {
            redis.execute("CONFIG", "SET", "maxmemory", "0");
        }

        assertThat(saidOf(id)).isZero();
        asAdmin().get(PATH + "/" + id).then().statusCode(200);
    }

    @Test
    void redisThatHangsIsNotWaitedForLong() {
        String id = bury(EventStream.DOWNLOADS, "1700000000000-0", EventCodec.encode(cancelled));
        redis.execute("CLIENT", "PAUSE", "8000");

        asAdmin()
                .post(PATH + "/" + id + "/replay")
                .then()
                .statusCode(503)
                .body("code", equalTo("SERVICE_UNAVAILABLE"))
                .header("Retry-After", notNullValue())
                .time(lessThan(15L), TimeUnit.SECONDS);

        assertThat(saidOf(id)).isZero();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> asAdmin().get(PATH + "/" + id).then().statusCode(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                UNKNOWN,
                "auth-0-0",
                "nonsense",
                "live-1700000000000-0",
                "auth-01700000000000-0",
                "auth-99999999999999999999-0",
                "auth-1700000000000",
                "01920000-0000-7000-8000-000000000001"
            })
    void whatIsNotThereIsNotFound(String id) {
        for (Response answer : List.of(
                asAdmin().get(PATH + "/" + id),
                asAdmin().post(PATH + "/" + id + "/replay"),
                asAdmin().delete(PATH + "/" + id))) {
            answer.then()
                    .statusCode(404)
                    .contentType(startsWith("application/problem+json"))
                    .body("code", equalTo("NOT_FOUND"))
                    .body("detail", containsString("no such dead letter"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=-1", "cursor=x", "cursor=bGl2ZS0xLTA"})
    void pageThatDoesNotExistIsRefused(String query) {
        asAdmin().get(PATH + "?" + query).then().statusCode(400).body("code", equalTo("VALIDATION_FAILED"));
    }

    @Test
    void othersMayNeitherSeeNorTouchThem() {
        String id = bury(EventStream.DOWNLOADS, "1700000000000-0", EventCodec.encode(cancelled));
        String resident =
                house.tokenOf(house.sessionOf(house.resident(Permission.USERS_MANAGE, Permission.AUDIT_READ)));

        assertThat(statusesOf(id, given())).containsOnly(401);
        assertThat(statusesOf(id, given().auth().oauth2(resident))).containsOnly(403);

        asAdmin().get(PATH + "/" + id).then().statusCode(200);
        assertThat(saidOf(id)).isZero();
    }

    private static List<Integer> statusesOf(String id, RequestSpecification who) {
        return List.of(
                who.get(PATH).statusCode(),
                who.get(PATH + "/" + id).statusCode(),
                who.post(PATH + "/" + id + "/replay").statusCode(),
                who.delete(PATH + "/" + id).statusCode());
    }

    private RequestSpecification asAdmin() {
        return given().auth().oauth2(token);
    }

    private List<String> idsInPagesOf(int limit) {
        List<String> ids = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            RequestSpecification page = asAdmin().queryParam("limit", limit);
            Response answer = (cursor == null ? page : page.queryParam("cursor", cursor)).get(PATH);
            assertThat(answer.statusCode()).isEqualTo(200);
            List<String> items = answer.path("items.id");
            assertThat(items).hasSizeBetween(1, limit);
            ids.addAll(items);
            cursor = answer.path("nextCursor");
        } while (cursor != null);
        return ids;
    }

    /** As the consumer of another service does it. */
    private String bury(String stream, String entry, String event) {
        redis.execute(
                "XADD",
                stream + ":dead",
                entry,
                "event",
                event,
                "entry",
                "1-0",
                "consumer",
                "media-request-service",
                "attempts",
                "5",
                "error",
                "it did not work");
        return stream.substring("events:".length()) + "-" + entry;
    }

    private List<Map<String, String>> onStream(String stream) {
        return redis.stream(String.class).xrange(stream, StreamRange.of("-", "+")).stream()
                .map(StreamMessage::payload)
                .toList();
    }

    /** How often something was said of a dead letter, since this test came to be. */
    private long saidOf(String id) {
        return database.first(
                        row -> row.getLong(0),
                        "select count(*) from outbox where envelope::json ->> 'subject' = $1"
                                + " and envelope::json #>> '{data,actorId}' = $2",
                        id,
                        admin.id().toString())
                .await()
                .indefinitely()
                .orElseThrow();
    }

    private void assertAudited(String id, String type, @Nullable UUID eventId) {
        await().untilAsserted(() -> assertThat(new EventProbe(redis).about(EventStream.AUTH, id))
                .filteredOn(event ->
                        event.data().get("actorId").asText().equals(admin.id().toString()))
                .singleElement()
                .satisfies(event -> assertThat(event.type()).isEqualTo(type))
                .satisfies(event -> assertThat(event.audience()).isEqualTo(Permission.AUDIT_READ))
                .satisfies(event -> assertThat(event.owner()).isNull())
                .satisfies(
                        event -> assertThat(event.data().get("stream").asText()).isEqualTo("events:downloads"))
                .satisfies(event ->
                        assertThat(event.data().get("consumer").asText()).isEqualTo("media-request-service"))
                .satisfies(event -> assertThat(event.data().get("eventId").asText(null))
                        .isEqualTo(eventId == null ? null : eventId.toString())));
    }
}

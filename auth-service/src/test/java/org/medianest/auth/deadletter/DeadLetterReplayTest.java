package org.medianest.auth.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Duration;
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
import org.junit.jupiter.api.Test;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.identity.Permission;
import org.medianest.commons.testing.EventProbe;

@AuthServiceTest
class DeadLetterReplayTest extends WithDeadLetters {
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

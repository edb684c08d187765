package org.medianest.media.fulfilment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.commons.event.AuthEvent.UserRegistered;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.testing.EventProbe;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.SystemName;
import org.medianest.media.system.Secret;
import org.medianest.media.system.SystemKind;
import org.medianest.media.testing.MediaServiceTest;
import org.medianest.media.testing.Titles;

/** Orders on their way through Seerr, which has Radarr get them. */
@MediaServiceTest
@TestProfile(Fulfilling.class)
class HomelabSeerrTest extends HomelabOrders {
    private static final long OWNER = 1001;
    private static final long BEN = 1002;
    private static final long EVA = 1005;

    @Inject
    RedisDataSource redis;

    @BeforeEach
    void connect() {
        connecting.connect(SystemKind.SEERR, lab.url(SystemName.SEERR), new Secret(Keys.SEERR), new JsonObject());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void filmIsAskedForInThePersonsNameApprovedAndArrives(boolean overseerr) {
        lab.seerr().overseerr(overseerr);
        Order order = film(0, person(BEN));

        assertThat(hand(order).by()).isEqualTo(SystemKind.SEERR);
        assertThat(requests().getList("results.requestedBy.plexId", Long.class)).containsExactly(BEN);

        awaitStage(order, Stage.Searching.class);
        arrive(order);
        assertThat(requests().getInt("pageInfo.results")).isOne();
    }

    @Test
    void whoIsUnknownToSeerrIsImported() {
        hand(film(0, person(EVA)));

        assertThat(lab.seerr().userId(EVA)).isPresent();
        assertThat(requests().getList("results.requestedBy.plexId", Long.class)).containsExactly(EVA);
    }

    @Test
    void whoHasNoPlexAccountIsAskedForByTheKeysAccount() {
        hand(film(0, person(null)));

        assertThat(requests().getList("results.requestedBy.plexId", Long.class)).containsExactly(OWNER);
    }

    @Test
    void quotaOfSeerrNeedsAttentionInItsWords() {
        lab.seerr().limit(lab.seerr().userId(BEN).orElseThrow(), 1, 0, 7);
        UUID ben = person(BEN);
        hand(film(0, ben));

        Handed second = hand(film(1, ben));

        assertThat(second.stage())
                .isInstanceOfSatisfying(
                        Stage.NeedsAttention.class,
                        stuck -> assertThat(stuck.reason()).containsIgnoringCase("quota"));
    }

    @Test
    void filmThatSomebodyAskedSeerrForIsTakenOver() {
        Order order = film(0, person(BEN));
        given().header("X-Api-Key", Keys.SEERR)
                .header("X-API-User", lab.seerr().userId(BEN).orElseThrow().toString())
                .contentType("application/json")
                .body("{\"mediaType\":\"movie\",\"mediaId\":"
                        + order.title().id().tmdbId() + "}")
                .post(lab.url(SystemName.SEERR) + "/api/v1/request")
                .then()
                .statusCode(201);

        hand(order);

        awaitStage(order, Stage.Searching.class);
        assertThat(requests().getInt("pageInfo.results")).isOne();
        assertThat(requests().getInt("results[0].status")).isEqualTo(2);
    }

    @Test
    void webhookOfSeerrBringsTheNextLookForward() {
        Order wanted = film(0, person(BEN));
        Order order = new Order(
                wanted.requestId(),
                wanted.requesterId(),
                Titles.film(
                        wanted.title().id().tmdbId(),
                        LocalDate.now(ZoneOffset.UTC).plusDays(30)),
                Set.of());
        lab.seerr()
                .webhook(
                        URI.create("http://127.0.0.1:" + RestAssured.port + "/api/v1/media/webhooks/seerr"),
                        connecting.webhookSecret(SystemKind.SEERR));
        hand(order);
        awaitStage(order, Stage.WaitingForRelease.class); // which is looked at every ten minutes only

        arrive(order);

        assertThat(lab.seerr().hooks().sent())
                .isNotEmpty()
                .allSatisfy(sent -> assertThat(sent.status()).isEqualTo(204));
    }

    @ParameterizedTest
    @FieldSource("org.medianest.media.testing.LabFaults#ALL")
    void orderSurvivesWhateverIsWrongWithSeerr(Fault fault) {
        Order order = film(0, person(BEN));
        lab.faults().set(SystemName.SEERR, fault);

        assertThat(hand(order)).satisfies(handed -> {
            assertThat(handed.stage()).isEqualTo(new Stage.Approved());
            assertThat(handed.waitingFor()).isNotBlank();
        });
        lab.faults().clear();
        awaitTaken(order);

        lab.faults().set(SystemName.SEERR, fault);
        awaitFailedLook();
        lab.faults().clear();

        arrive(order);
        assertThat(requests().getInt("pageInfo.results")).isOne();
        assertThat(heard.of(order.requestId())).noneMatch(stage -> stage instanceof Stage.NeedsAttention);
    }

    /** A look is wished for, and postponed. */
    private void awaitFailedLook() {
        database.run("update commission set next_at = now() - interval '1 minute'")
                .await()
                .indefinitely();
        await().atMost(SOON)
                .until(() -> database.list(
                                row -> true, "select 1 from commission where next_at < now() - interval '30 seconds'")
                        .await()
                        .indefinitely()
                        .isEmpty());
    }

    /** Radarr, Plex and Seerr one after the other, each in its own time. */
    private void arrive(Order order) {
        await().atMost(SOON).untilAsserted(() -> {
            lab.clock().advance(Duration.ofMinutes(2));
            assertThat(heard.of(order.requestId())).contains(new Stage.Imported());
        });
    }

    private UUID person(@Nullable Long plexId) {
        UUID id = UUID.randomUUID();
        new EventProbe(redis)
                .say(
                        EventStream.AUTH,
                        EventCodec.wrap(
                                "/auth-service", new UserRegistered(id, "p" + id, List.of(), null, plexId), null));
        await().atMost(SOON)
                .until(() -> database.first(row -> true, "select 1 from person where id = $1", id)
                        .await()
                        .indefinitely()
                        .isPresent());
        return id;
    }

    private JsonPath requests() {
        return given().header("X-Api-Key", Keys.SEERR)
                .get(lab.url(SystemName.SEERR) + "/api/v1/request")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}

package org.medianest.media.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.medianest.homelab.catalogue.Series;
import org.medianest.homelab.catalogue.TitleType;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.SystemName;
import org.medianest.media.catalogue.SeasonFacts;
import org.medianest.media.system.Secret;
import org.medianest.media.system.SystemKind;
import org.medianest.media.testing.MediaServiceTest;
import org.medianest.media.testing.Titles;

/** Orders on their way through Radarr and Sonarr as they really speak, when all is well and when nothing is. */
@MediaServiceTest
@TestProfile(Fulfilling.class)
class HomelabFulfilmentTest extends HomelabOrders {
    private static final Duration DONE = Duration.ofMinutes(10);

    @BeforeEach
    void connect() {
        connect(SystemKind.RADARR, SystemName.RADARR, Keys.RADARR, "/movies");
        connect(SystemKind.SONARR, SystemName.SONARR, Keys.SONARR, "/tv");
    }

    @Test
    void filmIsSearchedForDownloadedAndImported() {
        Order order = film(0);

        assertThat(hand(order).by()).isEqualTo(SystemKind.RADARR);
        awaitStage(order, Stage.Searching.class);
        lab.clock().advance(Duration.ofSeconds(40));
        awaitStage(order, Stage.Downloading.class);
        lab.clock().advance(DONE);
        awaitStage(order, Stage.Imported.class);
    }

    @Test
    void chosenSeasonOfASeriesIsDownloadedAndImported() {
        Order order = series(1);

        assertThat(hand(order).by()).isEqualTo(SystemKind.SONARR);
        lab.clock().advance(Duration.ofSeconds(40));
        awaitStage(order, Stage.Downloading.class);
        lab.clock().advance(DONE);
        awaitStage(order, Stage.Imported.class);
    }

    @Test
    void filmThatIsThereAlreadyIsTakenOver() {
        Order order = film(0);
        lab.radarr().add(order.title().id().tmdbId());
        lab.clock().advance(DONE);

        hand(order);

        awaitStage(order, Stage.Imported.class);
    }

    @Test
    void filmThatIsNotOutYetWaitsForItsDay() {
        Order order = film(0);
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(40);
        lab.radarr().homeRelease(order.title().id().tmdbId(), day);

        hand(order);

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(heard.of(order.requestId())).contains(new Stage.WaitingForRelease(day)));
    }

    @Test
    void webhooksTellAtOnceHoweverTheyCome() {
        Order order = film(0);
        lab.radarr()
                .homeRelease(
                        order.title().id().tmdbId(),
                        LocalDate.now(ZoneOffset.UTC).plusDays(1));
        lab.radarr().webhook(here(), Map.of("Authorization", connecting.webhookSecret(SystemKind.RADARR)));
        hand(order);
        awaitStage(order, Stage.WaitingForRelease.class); // which is looked at every ten minutes only

        lab.clock().advance(Duration.ofDays(2).plus(DONE));

        awaitStage(order, Stage.Imported.class);
        assertThat(heard.of(order.requestId()).getLast()).isEqualTo(new Stage.Imported());
    }

    @Test
    void webhooksThatComeLateTwiceAndBackwardsEndInOneState() {
        Order order = film(0);
        lab.radarr()
                .homeRelease(
                        order.title().id().tmdbId(),
                        LocalDate.now(ZoneOffset.UTC).plusDays(1));
        lab.radarr().webhook(here(), Map.of("Authorization", connecting.webhookSecret(SystemKind.RADARR)));
        lab.radarr().hooks().twice(true);
        lab.radarr().hooks().hold();
        hand(order);
        awaitStage(order, Stage.WaitingForRelease.class);
        lab.clock().advance(Duration.ofDays(2).plus(DONE));
        int held = lab.radarr().hooks().held().size();

        lab.radarr().hooks().releaseReversed();

        awaitStage(order, Stage.Imported.class);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(lab.radarr().hooks().sent())
                        .hasSizeGreaterThanOrEqualTo(2 * held)
                        .allSatisfy(sent -> assertThat(sent.status()).isEqualTo(204)));
        assertThat(heard.of(order.requestId()).getLast()).isEqualTo(new Stage.Imported());
    }

    @ParameterizedTest
    @FieldSource("org.medianest.media.testing.LabFaults#ALL")
    void ordersSurviveWhateverIsWrongWithTheSystems(Fault fault) {
        Order film = film(0);
        Order series = series(1);
        breakAll(fault);

        assertThat(handTogether(film, series)).allSatisfy(handed -> {
            assertThat(handed.stage()).isEqualTo(new Stage.Approved());
            assertThat(handed.waitingFor()).isNotBlank();
        });
        lab.faults().clear();
        awaitTaken(film);
        awaitTaken(series);

        breakAll(fault);
        lab.clock().advance(DONE);
        awaitFailedLooks();
        lab.faults().clear();

        awaitStage(film, Stage.Imported.class);
        awaitStage(series, Stage.Imported.class);
        assertThat(List.of(film, series))
                .allSatisfy(order -> assertThat(heard.of(order.requestId()))
                        .noneMatch(stage -> stage instanceof Stage.NeedsAttention));
        assertThat(List.of(count(SystemName.RADARR, "movie"), count(SystemName.SONARR, "series")))
                .containsOnly(1);
    }

    private static URI here() {
        return URI.create("http://127.0.0.1:" + RestAssured.port + "/api/v1/media/webhooks/radarr");
    }

    private void breakAll(Fault fault) {
        lab.faults().set(SystemName.RADARR, fault);
        lab.faults().set(SystemName.SONARR, fault);
    }

    /** Looks at both systems are wished for and postponed. */
    private void awaitFailedLooks() {
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

    private int count(SystemName system, String titles) {
        return RestAssured.given()
                .header("X-Api-Key", system == SystemName.RADARR ? Keys.RADARR : Keys.SONARR)
                .get(lab.url(system) + "/api/v3/" + titles)
                .then()
                .statusCode(200)
                .extract()
                .path("size()");
    }

    private void connect(SystemKind kind, SystemName system, String key, String folder) {
        JsonObject options = new JsonObject().put("qualityProfileId", 4).put("rootFolderPath", folder);
        connecting.connect(kind, lab.url(system), new Secret(key), options);
    }

    private List<Handed> handTogether(Order film, Order series) {
        return Uni.combine()
                .all()
                .unis(fulfilment.hand(film), fulfilment.hand(series))
                .with((one, other) -> List.of(one, other))
                .await()
                .indefinitely();
    }

    private Order film(int number) {
        return film(number, UUID.randomUUID());
    }

    private Order series(int season) {
        Series series = lab.world().catalogue().all(TitleType.SERIES).stream()
                .map(Series.class::cast)
                .filter(Series::ended)
                .filter(one -> lab.world().library().find(one.key()).isEmpty())
                .findFirst()
                .orElseThrow();
        SeasonFacts facts = new SeasonFacts(
                season, "Season", 1, series.season(season).orElseThrow().airDate());
        return new Order(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Titles.series(series.tmdbId(), series.tvdbId(), facts),
                Set.of(season));
    }
}

package org.medianest.homelab.seerr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.arr.Pace;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.client.Http;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.system.SystemName;

class SeerrFulfilmentTest extends WithSeerr {
    private static final int ROBIN_HOOD = 9100009;

    @Test
    void approvalIsAnsweredBeforeRadarrIsAsked() {
        int id = ask(BEN, movie(NOSFERATU)).object().getInteger("id");

        Http.Answer approved = owner.post("/api/v1/request/" + id + "/approve", new JsonObject());
        boolean before = homelab.radarr().holds(NOSFERATU);
        homelab.clock().advance(Seerr.BEFORE_ARR);

        assertThat(approved.status()).isEqualTo(200);
        assertThat(approved.object().getInteger("status")).isEqualTo(2);
        assertThat(approved.object().getJsonObject("modifiedBy").getInteger("id"))
                .isEqualTo(1);
        assertThat(approved.object().getJsonObject("media").getInteger("status"))
                .isEqualTo(3);
        assertThat(before).isFalse();
        await().atMost(SOON).until(() -> homelab.radarr().holds(NOSFERATU));
    }

    @Test
    void requestFailsLaterWhenRadarrIsAway() {
        homelab.faults().set(SystemName.RADARR, new Fault.Status(500));
        int id = ask(CARLA, movie(NOSFERATU)).object().getInteger("id");

        homelab.clock().advance(Seerr.BEFORE_ARR);

        await().atMost(SOON).until(() -> status(id) == 4);
        homelab.faults().clear();
        assertThat(owner.post("/api/v1/request/" + id + "/retry", new JsonObject())
                        .object()
                        .getInteger("status"))
                .isEqualTo(2);
        homelab.clock().advance(Seerr.BEFORE_ARR);
        await().atMost(SOON).until(() -> homelab.radarr().holds(NOSFERATU));
        assertThat(owner.post("/api/v1/request/" + id + "/retry", new JsonObject())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void seasonsApprovedLaterAreMonitoredInSonarrToo() {
        ask(CARLA, series(ROBIN_HOOD, new JsonArray().add(1)));
        homelab.clock().advance(Seerr.BEFORE_ARR);
        await().atMost(SOON).until(() -> homelab.sonarr().holds(ROBIN_HOOD));
        ask(CARLA, series(ROBIN_HOOD, new JsonArray().add(3)));
        homelab.clock().advance(Seerr.BEFORE_ARR);

        Http sonarr = new Http(homelab.url(SystemName.SONARR), Map.of("X-Api-Key", "sonarr-key"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                sonarr
                                        .get("/api/v3/series?tvdbId=910009")
                                        .array()
                                        .getJsonObject(0)
                                        .getJsonArray("seasons")
                                        .stream()
                                        .map(season -> ((JsonObject) season).getBoolean("monitored")))
                        .containsExactly(true, false, true, false));
    }

    @Test
    void filmThatPlexShowsIsAvailableAndItsRequestDone() {
        int id = ask(CARLA, movie(NOSFERATU)).object().getInteger("id");

        homelab.world().library().add(TitleKey.movie(NOSFERATU));
        homelab.clock().advance(Seerr.BEFORE_SCAN);

        assertThat(status(id)).isEqualTo(5);
        assertThat(mediaStatus(id)).isEqualTo(5);
        homelab.seerr().overseerr(true);
        assertThat(status(id)).isEqualTo(2);
    }

    @Test
    void filmThatIsGoneIsDeletedAndCanBeAskedForAgain() {
        int id = ask(CARLA, movie(NOSFERATU)).object().getInteger("id");
        homelab.world().library().add(TitleKey.movie(NOSFERATU));
        homelab.clock().advance(Seerr.BEFORE_SCAN);

        homelab.world().library().remove(TitleKey.movie(NOSFERATU));
        homelab.clock().advance(Seerr.BEFORE_SCAN);

        assertThat(mediaStatus(id)).isEqualTo(7);
        assertThat(ask(BEN, movie(NOSFERATU)).status()).isEqualTo(201);
    }

    @Test
    void seasonsBecomeAvailableOneByOne() {
        int id = ask(CARLA, series(DRAGNET, new JsonArray().add(1).add(2)))
                .object()
                .getInteger("id");
        homelab.world()
                .library()
                .add(TitleKey.series(DRAGNET), 1, IntStream.rangeClosed(1, 14).toArray());
        homelab.world().library().add(TitleKey.series(DRAGNET), 2, 1, 2, 3);
        homelab.clock().advance(Seerr.BEFORE_SCAN);

        JsonObject request = owner.get("/api/v1/request/" + id).object();
        assertThat(request.getInteger("status")).isEqualTo(2);
        assertThat(request.getJsonObject("media").getInteger("status")).isEqualTo(4);
        assertThat(request.getJsonObject("media").getJsonArray("seasons").stream()
                        .map(season -> ((JsonObject) season).getInteger("status")))
                .startsWith(5, 4);
    }

    /** However long the machine takes over a sync: the download lasts, and the next sync comes. */
    @Test
    void downloadIsShownAfterTheNextSync() {
        homelab.radarr().pace(new Pace(Duration.ZERO, Duration.ZERO, Duration.ofDays(1), Duration.ZERO));
        ask(CARLA, movie(NOSFERATU));
        homelab.clock().advance(Seerr.BEFORE_ARR);
        await().atMost(SOON).until(() -> homelab.radarr().holds(NOSFERATU));

        await().atMost(SOON).untilAsserted(() -> {
            homelab.clock().advance(Duration.ofMinutes(1));
            assertThat(downloads()).hasSize(1);
        });
    }

    private static JsonArray downloads() {
        return owner.get("/api/v1/movie/" + NOSFERATU)
                .object()
                .getJsonObject("mediaInfo")
                .getJsonArray("downloadStatus");
    }
}

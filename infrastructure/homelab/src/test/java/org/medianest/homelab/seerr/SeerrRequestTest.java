package org.medianest.homelab.seerr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.arr.Pace;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.catalogue.TitleType;
import org.medianest.homelab.client.Http;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.system.SystemName;

class SeerrRequestTest {
    private static final int NOSFERATU = 653;
    private static final int DRAGNET = 9100005;
    private static final int ROBIN_HOOD = 9100009;
    private static final int BEN = 2;
    private static final int CARLA = 3;

    private static Homelab homelab;
    private static Http owner;

    @BeforeAll
    static void start() {
        homelab = Homelab.start();
        owner = new Http(homelab.url(SystemName.SEERR), Map.of("X-Api-Key", "seerr-key"));
    }

    @AfterAll
    static void stop() {
        homelab.close();
    }

    @BeforeEach
    void reset() {
        homelab.reset();
    }

    @Test
    void requestOfSomebodyWithoutAutoApprovalWaits() {
        Http.Answer answer = ask(BEN, movie(NOSFERATU));

        assertThat(answer.status()).isEqualTo(201);
        JsonObject request = answer.object();
        assertThat(request.getInteger("status")).isEqualTo(1);
        assertThat(request.getString("type")).isEqualTo("movie");
        assertThat(request.getBoolean("is4k")).isFalse();
        assertThat(request.getJsonObject("requestedBy").getInteger("id")).isEqualTo(BEN);
        assertThat(request.getJsonObject("media").getInteger("tmdbId")).isEqualTo(NOSFERATU);
        assertThat(request.getJsonObject("media").getInteger("status")).isEqualTo(2);
        assertThat(request.fieldNames())
                .contains("createdAt", "updatedAt", "modifiedBy", "seasons", "seasonCount", "serverId", "profileId");
    }

    @Test
    void autoApprovalIsThatOfTheActingUser() {
        JsonObject forBen = owner.post("/api/v1/request", movie(NOSFERATU).put("userId", BEN))
                .object();
        JsonObject byCarla = ask(CARLA, movie(961)).object();

        assertThat(forBen.getInteger("status")).isEqualTo(2);
        assertThat(forBen.getJsonObject("requestedBy").getInteger("id")).isEqualTo(BEN);
        assertThat(byCarla.getInteger("status")).isEqualTo(2);
        assertThat(ask(BEN, movie(962).put("userId", CARLA)).status()).isEqualTo(403);
    }

    @Test
    void secondRequestForAFilmIsAConflict() {
        ask(BEN, movie(NOSFERATU));

        Http.Answer answer = ask(CARLA, movie(NOSFERATU));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.object()).isEqualTo(message("Request for this media already exists."));
    }

    @Test
    void filmAndSeriesWithOneNumberDoNotMeet() {
        ask(BEN, movie(961));

        assertThat(ask(BEN, series(961, "all")).status()).isEqualTo(201);
    }

    @Test
    void seasonsAskedForAlreadyAreLeftOut() {
        ask(BEN, series(DRAGNET, new JsonArray().add(1)));

        JsonObject rest = ask(CARLA, series(DRAGNET, "all")).object();
        Http.Answer nothing = ask(CARLA, series(DRAGNET, new JsonArray().add(1)));

        assertThat(rest.getJsonArray("seasons").stream()
                        .map(season -> ((JsonObject) season).getInteger("seasonNumber")))
                .containsExactly(2, 3);
        assertThat(rest.getInteger("seasonCount")).isEqualTo(2);
        assertThat(nothing.status()).isEqualTo(202);
        assertThat(nothing.object()).isEqualTo(message("No seasons available to request"));
    }

    @Test
    void quotaOfTheRequesterIsKept() {
        homelab.seerr().limit(BEN, 1, 2, 7);
        ask(BEN, movie(NOSFERATU));

        Http.Answer films = ask(BEN, movie(961));
        Http.Answer seasons = ask(BEN, series(DRAGNET, "all"));

        assertThat(films.status()).isEqualTo(403);
        assertThat(films.object()).isEqualTo(message("Movie Quota exceeded."));
        assertThat(seasons.object()).isEqualTo(message("Series Quota exceeded."));
        assertThat(owner.get("/api/v1/user/2/quota").object())
                .isEqualTo(new JsonObject()
                        .put(
                                "movie",
                                new JsonObject()
                                        .put("days", 7)
                                        .put("used", 1)
                                        .put("restricted", true)
                                        .put("limit", 1)
                                        .put("remaining", 0))
                        .put(
                                "tv",
                                new JsonObject()
                                        .put("days", 7)
                                        .put("used", 0)
                                        .put("restricted", false)
                                        .put("limit", 2)
                                        .put("remaining", 2)));
    }

    @Test
    void quotaIsFreeAgainAfterItsDays() {
        homelab.seerr().limit(BEN, 1, 0, 7);
        ask(BEN, movie(NOSFERATU));

        homelab.clock().advance(Duration.ofDays(8));

        assertThat(ask(BEN, movie(961)).status()).isEqualTo(201);
    }

    @Test
    void blocklistedAndUnknownTitlesAreRefused() {
        homelab.seerr().blocklist(TitleKey.movie(NOSFERATU));

        assertThat(ask(BEN, movie(NOSFERATU)).object()).isEqualTo(message("This media is blocklisted."));
        assertThat(ask(BEN, movie(1)).status()).isEqualTo(500);
    }

    @Test
    void bodyIsCheckedBeforeAnythingElse() {
        Http.Answer answer = owner.with("X-Api-Key", "seerr-key")
                .post("/api/v1/request", new JsonObject().put("mediaId", NOSFERATU));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.object().getString("message"))
                .isEqualTo("request/body must have required property 'mediaType'");
        assertThat(answer.object().getJsonArray("errors")).hasSize(1);
        assertThat(owner.post("/api/v1/request", movie(NOSFERATU).put("mediaId", "653"))
                        .status())
                .isEqualTo(400);
    }

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
        await().atMost(Duration.ofSeconds(30)).until(() -> homelab.radarr().holds(NOSFERATU));
    }

    @Test
    void requestFailsLaterWhenRadarrIsAway() {
        homelab.faults().set(SystemName.RADARR, new Fault.Status(500));
        int id = ask(CARLA, movie(NOSFERATU)).object().getInteger("id");

        homelab.clock().advance(Seerr.BEFORE_ARR);

        await().atMost(Duration.ofSeconds(30)).until(() -> status(id) == 4);
        homelab.faults().clear();
        assertThat(owner.post("/api/v1/request/" + id + "/retry", new JsonObject())
                        .object()
                        .getInteger("status"))
                .isEqualTo(2);
        homelab.clock().advance(Seerr.BEFORE_ARR);
        await().atMost(Duration.ofSeconds(30)).until(() -> homelab.radarr().holds(NOSFERATU));
        assertThat(owner.post("/api/v1/request/" + id + "/retry", new JsonObject())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void seasonsApprovedLaterAreMonitoredInSonarrToo() {
        ask(CARLA, series(ROBIN_HOOD, new JsonArray().add(1)));
        homelab.clock().advance(Seerr.BEFORE_ARR);
        await().atMost(Duration.ofSeconds(30)).until(() -> homelab.sonarr().holds(ROBIN_HOOD));
        ask(CARLA, series(ROBIN_HOOD, new JsonArray().add(3)));
        homelab.clock().advance(Seerr.BEFORE_ARR);

        Http sonarr = new Http(homelab.url(SystemName.SONARR), Map.of("X-Api-Key", "sonarr-key"));
        await().atMost(Duration.ofSeconds(30))
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

    @Test
    void declinedFilmIsUnknownAgain() {
        int id = ask(BEN, movie(NOSFERATU)).object().getInteger("id");

        Http.Answer declined = owner.post("/api/v1/request/" + id + "/decline", new JsonObject());

        assertThat(declined.object().getInteger("status")).isEqualTo(3);
        assertThat(mediaStatus(id)).isEqualTo(1);
        assertThat(owner.post("/api/v1/request/" + id + "/approve", new JsonObject())
                        .status())
                .isEqualTo(409);
        assertThat(ask(BEN, movie(NOSFERATU)).status()).isEqualTo(201);
    }

    @Test
    void onlyManagersDecide() {
        int id = ask(BEN, movie(NOSFERATU)).object().getInteger("id");

        Http.Answer answer = as(BEN).post("/api/v1/request/" + id + "/approve", new JsonObject());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.object())
                .isEqualTo(new JsonObject()
                        .put("status", 403)
                        .put("error", "You do not have permission to access this endpoint"));
    }

    @Test
    void ownPendingRequestCanBeDeleted() {
        int id = ask(BEN, movie(NOSFERATU)).object().getInteger("id");

        assertThat(as(CARLA).delete("/api/v1/request/" + id).status()).isEqualTo(401);
        assertThat(as(BEN).delete("/api/v1/request/" + id).status()).isEqualTo(204);
        assertThat(owner.get("/api/v1/request/" + id).object()).isEqualTo(message("Request not found."));
    }

    @Test
    void listComesInPagesOfTen() {
        homelab.world().catalogue().all(TitleType.MOVIE).stream()
                .limit(12)
                .forEach(film -> ask(BEN, movie(film.tmdbId())));

        JsonObject first = as(BEN).get("/api/v1/request").object();
        JsonObject second = owner.get("/api/v1/request?take=10&skip=10&filter=pending&sort=added")
                .object();

        assertThat(first.getJsonObject("pageInfo"))
                .isEqualTo(new JsonObject()
                        .put("pages", 2)
                        .put("pageSize", 10)
                        .put("results", 12)
                        .put("page", 1));
        assertThat(first.getJsonArray("results")).hasSize(10);
        assertThat(first.containsKey("serviceErrors")).isTrue();
        assertThat(second.getJsonArray("results")).hasSize(2);
        assertThat(second.getJsonObject("pageInfo").getInteger("page")).isEqualTo(2);
        assertThat(as(CARLA).get("/api/v1/request").object().getJsonArray("results"))
                .isEmpty();
        JsonObject count = owner.get("/api/v1/request/count").object();
        assertThat(count.getInteger("total")).isEqualTo(12);
        assertThat(count.getInteger("pending")).isEqualTo(12);
        assertThat(count.fieldNames())
                .containsExactlyInAnyOrder(
                        "total",
                        "movie",
                        "tv",
                        "pending",
                        "approved",
                        "declined",
                        "processing",
                        "available",
                        "completed");
    }

    /** However long the machine takes over a sync: the download lasts, and the next sync comes. */
    @Test
    void downloadIsShownAfterTheNextSync() {
        homelab.radarr().pace(new Pace(Duration.ZERO, Duration.ZERO, Duration.ofDays(1), Duration.ZERO));
        ask(CARLA, movie(NOSFERATU));
        homelab.clock().advance(Seerr.BEFORE_ARR);
        await().atMost(Duration.ofSeconds(30)).until(() -> homelab.radarr().holds(NOSFERATU));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
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

    private static Http as(int user) {
        return owner.with("X-API-User", Integer.toString(user));
    }

    private static Http.Answer ask(int user, JsonObject body) {
        return as(user).post("/api/v1/request", body);
    }

    private static int status(int request) {
        return owner.get("/api/v1/request/" + request).object().getInteger("status");
    }

    private static int mediaStatus(int request) {
        return owner.get("/api/v1/request/" + request)
                .object()
                .getJsonObject("media")
                .getInteger("status");
    }

    private static JsonObject movie(int tmdbId) {
        return new JsonObject().put("mediaType", "movie").put("mediaId", tmdbId);
    }

    private static JsonObject series(int tmdbId, Object seasons) {
        return new JsonObject().put("mediaType", "tv").put("mediaId", tmdbId).put("seasons", seasons);
    }

    private static JsonObject message(String text) {
        return new JsonObject().put("message", text);
    }
}

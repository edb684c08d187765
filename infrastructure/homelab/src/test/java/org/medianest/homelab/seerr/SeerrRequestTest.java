package org.medianest.homelab.seerr;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.catalogue.TitleType;
import org.medianest.homelab.client.Http;

class SeerrRequestTest extends WithSeerr {
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
}

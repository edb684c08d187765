package org.medianest.homelab.seerr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.client.Http;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.system.SystemName;

class SeerrTest extends WithSeerr {
    @Test
    void statusNeedsNoKeyAndHasNoStatus() {
        JsonObject status = owner.without("X-Api-Key").get("/api/v1/status").object();

        assertThat(status.fieldNames())
                .containsExactlyInAnyOrder(
                        "version", "commitTag", "updateAvailable", "commitsBehind", "restartRequired");
        assertThat(owner.without("X-Api-Key")
                        .get("/api/v1/settings/public")
                        .object()
                        .fieldNames())
                .contains("initialized", "applicationTitle", "applicationUrl", "mediaServerType");
    }

    @Test
    void wrongKeyIsForbidden() {
        Http.Answer answer = owner.with("X-Api-Key", "wrong").get("/api/v1/user");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.object())
                .isEqualTo(new JsonObject()
                        .put("status", 403)
                        .put("error", "You do not have permission to access this endpoint"));
        assertThat(owner.with("X-API-User", "99").get("/api/v1/user").status()).isEqualTo(403);
    }

    @Test
    void searchFindsTitlesAndPeople() {
        JsonObject page =
                owner.get("/api/v1/search?query=nosferatu&page=1&language=en").object();
        JsonObject person = owner.get("/api/v1/search?query=brigitte%20helm")
                .object()
                .getJsonArray("results")
                .getJsonObject(0);

        assertThat(page.getInteger("page")).isEqualTo(1);
        assertThat(page.getInteger("totalResults")).isPositive();
        assertThat(page.getJsonArray("results").getJsonObject(0).fieldNames())
                .contains(
                        "id",
                        "mediaType",
                        "title",
                        "originalTitle",
                        "releaseDate",
                        "posterPath",
                        "backdropPath",
                        "voteCount",
                        "voteAverage",
                        "genreIds",
                        "overview",
                        "originalLanguage")
                .doesNotContain("mediaInfo");
        assertThat(person.getString("mediaType")).isEqualTo("person");
        assertThat(owner.get("/api/v1/search?query=nosferatu%20collection")
                        .object()
                        .getJsonArray("results")
                        .getJsonObject(0)
                        .getString("mediaType"))
                .isEqualTo("collection");
    }

    @Test
    void queryMustBeEncodedToTheLastCharacter() {
        Http.Answer raw = owner.get("/api/v1/search?query=Safety%20Last!");

        assertThat(raw.status()).isEqualTo(400);
        assertThat(raw.object().getString("message"))
                .isEqualTo("Parameter 'query' must be url encoded. Its value may not contain reserved characters.");
        for (String reserved : List.of("'", "(", ")", "*", "+")) {
            assertThat(owner.get("/api/v1/search?query=a" + reserved).status()).isEqualTo(400);
        }
        assertThat(owner.get("/api/v1/search?query=Safety%20Last%21").object().getJsonArray("results"))
                .isNotEmpty();
        assertThat(owner.get("/api/v1/search?query=a&pagesize=3").object().getString("message"))
                .isEqualTo("Unknown query parameter 'pagesize'");
        assertThat(owner.get("/api/v1/search").status()).isEqualTo(400);
    }

    @Test
    void outageOfTmdbLooksLikeNothingFound() {
        homelab.faults().set(SystemName.TMDB, new Fault.Status(500));

        assertThat(owner.get("/api/v1/search?query=nosferatu").object().getJsonArray("results"))
                .isEmpty();
        assertThat(owner.get("/api/v1/movie/653").status()).isEqualTo(500);
    }

    @Test
    void detailsAreInCamelCase() {
        JsonObject movie = owner.get("/api/v1/movie/653").object();
        JsonObject series = owner.get("/api/v1/tv/19").object();
        JsonObject season = owner.get("/api/v1/tv/19/season/1").object();

        assertThat(movie.fieldNames()).contains("imdbId", "runtime", "genres", "releaseDate", "externalIds", "credits");
        assertThat(series.getJsonObject("externalIds").getInteger("tvdbId")).isEqualTo(910002);
        assertThat(series.getInteger("numberOfSeasons")).isEqualTo(3);
        assertThat(series.containsKey("nextEpisodeToAir")).isTrue();
        assertThat(series.getJsonArray("seasons").getJsonObject(0).fieldNames())
                .containsExactlyInAnyOrder(
                        "id", "airDate", "episodeCount", "name", "overview", "posterPath", "seasonNumber");
        assertThat(season.getJsonArray("episodes")).hasSize(22);
        assertThat(owner.get("/api/v1/movie/1").status()).isEqualTo(404);
        assertThat(owner.get("/api/v1/movie/1").object().fieldNames()).containsExactly("message");
    }

    @Test
    void usersComeInPagesOfTen() {
        for (int i = 0; i < 10; i++) {
            homelab.seerr().addLocalUser("guest" + i);
        }

        JsonObject first = owner.get("/api/v1/user").object();
        JsonObject rest = owner.get("/api/v1/user?take=10&skip=10").object();

        assertThat(first.getJsonArray("results")).hasSize(10);
        assertThat(first.getJsonObject("pageInfo").getInteger("results")).isEqualTo(13);
        assertThat(rest.getJsonArray("results")).hasSize(3);
        JsonObject olga = first.getJsonArray("results").getJsonObject(0);
        assertThat(olga.getInteger("plexId")).isEqualTo(1001);
        assertThat(olga.getInteger("permissions")).isEqualTo(2);
        assertThat(olga.fieldNames()).contains("email", "plexUsername", "displayName", "requestCount", "avatar");
    }

    @Test
    void importTakesThoseWithAShareAndAnEMail() {
        Http.Answer eva = owner.post(
                "/api/v1/user/import-from-plex",
                new JsonObject()
                        .put("plexIds", new JsonArray().add("1005").add("1004").add("1007")));

        assertThat(eva.status()).isEqualTo(201);
        assertThat(eva.objects())
                .singleElement()
                .satisfies(user -> assertThat(user.getInteger("plexId")).isEqualTo(1005));
        assertThat(owner.post(
                                "/api/v1/user/import-from-plex",
                                new JsonObject().put("plexIds", new JsonArray().add("1005")))
                        .array())
                .isEmpty();
        assertThat(as(BEN).post("/api/v1/user/import-from-plex", new JsonObject())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void mediaAreListedAndForgotten() {
        ask(BEN, movie(NOSFERATU));
        JsonObject media = owner.get("/api/v1/media?filter=pending")
                .object()
                .getJsonArray("results")
                .getJsonObject(0);

        assertThat(media.getInteger("tmdbId")).isEqualTo(653);
        assertThat(media.getJsonArray("requests")).hasSize(1);
        assertThat(owner.get("/api/v1/search?query=nosferatu")
                        .object()
                        .getJsonArray("results")
                        .getJsonObject(0)
                        .getJsonObject("mediaInfo")
                        .getInteger("status"))
                .isEqualTo(2);
        assertThat(owner.delete("/api/v1/media/" + media.getInteger("id")).status())
                .isEqualTo(204);
        assertThat(owner.get("/api/v1/request").object().getJsonArray("results"))
                .isEmpty();
    }

    @Test
    void fileIsDeletedThroughTheArr() {
        ask(CARLA, movie(NOSFERATU));
        homelab.clock().advance(Seerr.BEFORE_ARR);
        await().atMost(SOON)
                .until(() -> owner.get("/api/v1/media?filter=processing")
                                .object()
                                .getJsonArray("results")
                                .getJsonObject(0)
                                .getInteger("externalServiceId")
                        != null);
        int media = owner.get("/api/v1/media?filter=processing")
                .object()
                .getJsonArray("results")
                .getJsonObject(0)
                .getInteger("id");

        assertThat(owner.delete("/api/v1/media/" + media + "/file").status()).isEqualTo(204);
        assertThat(homelab.radarr().holds(653)).isFalse();
    }
}

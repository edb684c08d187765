package org.medianest.media.browse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.commons.database.Database;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.system.SystemName;
import org.medianest.media.testing.MediaServiceTest;
import org.medianest.media.testing.PaperPlex;
import org.medianest.media.testing.People;

@MediaServiceTest
@SuppressWarnings("NullAway.Init")
class BrowseTest {
    private static final String MEDIA = "/api/v1/media";
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final Duration SOON = Duration.ofSeconds(60);

    Homelab homelab;

    private final PaperPlex plex = new PaperPlex("machine-" + UUID.randomUUID());

    @BeforeEach
    void connectTmdb() {
        homelab.faults().clear();
        People.connect("tmdb", Map.of("secret", KEY)).statusCode(200);
    }

    @AfterEach
    void disconnect() {
        homelab.faults().clear();
        People.disconnect("plex");
        People.disconnect("tmdb");
        plex.close();
    }

    @Test
    void filmAndSeriesOfTheSameNumberAreTwoTitles() {
        JsonPath film = anyFilm();
        plex.film(film.getInt("tmdbId"), film.getString("title"));
        connectPlex();

        JsonPath there =
                title("movie", film.getInt("tmdbId")).statusCode(200).extract().jsonPath();
        assertThat(there.getString("standing.state")).isEqualTo("AVAILABLE");
        assertThat(there.getString("standing.playUrl")).contains(plex.machine);
        int status = title("series", film.getInt("tmdbId")).extract().statusCode();
        if (status == 200) {
            title("series", film.getInt("tmdbId")).body("standing.state", equalTo("NOT_REQUESTED"));
        } else {
            assertThat(status).isEqualTo(404);
        }
    }

    @Test
    void searchTellsWhatIsHereFromWhatCanBeAskedFor() {
        JsonPath film = anyFilm();
        String name = film.getString("title");

        search(name)
                .body("requestable.tmdbId", hasItem(film.getInt("tmdbId")))
                .body(
                        "requestable.find { it.tmdbId == %d }.standing.state".formatted(film.getInt("tmdbId")),
                        equalTo("NOT_REQUESTED"))
                .body("catalogue.state", equalTo("UP"));
        plex.film(film.getInt("tmdbId"), name);
        connectPlex();

        search(name)
                .body("library.tmdbId", hasItem(film.getInt("tmdbId")))
                .body("library[0].standing.playUrl", notNullValue())
                .body("library[0].posterUrl", containsString("/api/v1/media/images/tmdb/w342/"));
    }

    @Test
    void searchShowsTheLibraryWhileTmdbIsDown() {
        plex.film(424_242, "The Unheard-of Lighthouse");
        connectPlex();
        homelab.faults().set(SystemName.TMDB, new Fault.Status(500));

        search("unheard lighthouse")
                .statusCode(200)
                .body("library.title", hasItem("The Unheard-of Lighthouse"))
                .body("library[0].posterUrl", equalTo("/api/v1/media/images/plex/424242/thumb"))
                .body("catalogue.state", equalTo("DOWN"))
                .body("catalogue.message", equalTo("TMDB answers with an error (status 500)."));
        search("unhaerd lighthose").body("library.title", hasItem("The Unheard-of Lighthouse"));
    }

    @Test
    void whatCanBePlayedHasItsPageWhileTmdbIsDown() {
        plex.series(900, 424_243, "The Unheard-of Lighthouse Keepers");
        plex.season(901, 900, 1, 6);
        connectPlex();
        homelab.faults().set(SystemName.TMDB, new Fault.Status(500));

        title("series", 424_243)
                .statusCode(200)
                .body("title", equalTo("The Unheard-of Lighthouse Keepers"))
                .body("posterUrl", equalTo("/api/v1/media/images/plex/900/thumb"))
                .body("seasons[0].availableEpisodes", equalTo(6))
                .body("standing.playUrl", notNullValue());
    }

    @Test
    void searchWithoutTmdbSaysThatItIsNotSetUp() {
        People.disconnect("tmdb");

        search("anything")
                .statusCode(200)
                .body("catalogue.state", equalTo("NOT_CONFIGURED"))
                .body("requestable", hasSize(0));
        People.connect("tmdb", Map.of("secret", KEY)).statusCode(200);
    }

    @Test
    void whatWasKnownIsStillShownWhileTmdbIsDown() {
        int film = anyFilm().getInt("tmdbId");
        title("movie", film).statusCode(200);
        ageMemory();
        homelab.faults().set(SystemName.TMDB, new Fault.Down());

        title("movie", film).statusCode(200).body("title", notNullValue());
        title("movie", 1).statusCode(503).body("code", equalTo("SYSTEM_AWAY"));
    }

    @Test
    void listsHaveTitlesOfTheirTypeOnly() {
        for (String shelf : List.of("trending", "popular", "upcoming")) {
            for (String type : List.of("MOVIE", "SERIES")) {
                People.guest()
                        .queryParam("type", type)
                        .get(MEDIA + "/discover/" + shelf)
                        .then()
                        .statusCode(200)
                        .body("items.type", everyItem(equalTo(type)))
                        .body("catalogue.state", equalTo("UP"));
            }
        }
        People.guest()
                .queryParam("type", "MOVIE")
                .get(MEDIA + "/discover/best")
                .then()
                .statusCode(404);
        People.guest().get(MEDIA + "/discover/popular").then().statusCode(400);
    }

    @Test
    void listCanBeOfOneGenre() {
        JsonPath genres = People.guest()
                .queryParam("type", "MOVIE")
                .get(MEDIA + "/genres")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        int genre = genres.getInt("items[0].id");
        String name = genres.getString("items[0].name");

        People.guest()
                .queryParam("type", "MOVIE")
                .queryParam("genre", genre)
                .get(MEDIA + "/discover/popular")
                .then()
                .statusCode(200)
                .body("items.findAll { !it.genres.contains('%s') }".formatted(name), hasSize(0));
    }

    @Test
    void listCanBeNarrowedToAYearAndARating() {
        discover(Map.of("type", "MOVIE", "year", 1922, "rating", 7))
                .statusCode(200)
                .body("items", not(empty()))
                .body("items.year", everyItem(equalTo(1922)))
                .body("items.voteAverage", everyItem(greaterThanOrEqualTo(7f)));
        discover(Map.of("type", "SERIES", "year", 1954))
                .body("items", not(empty()))
                .body("items.year", everyItem(equalTo(1954)));
    }

    @Test
    void whatIsToComeOfAYearIsNotWhatHasBeen() {
        People.guest()
                .queryParams(Map.of("type", "MOVIE", "year", 1922))
                .get(MEDIA + "/discover/upcoming")
                .then()
                .statusCode(200)
                .body("items", empty());
        JsonPath next = People.guest()
                .queryParam("type", "MOVIE")
                .get(MEDIA + "/discover/upcoming")
                .jsonPath();
        int year = next.getInt("items[0].year");

        People.guest()
                .queryParams(Map.of("type", "MOVIE", "year", year))
                .get(MEDIA + "/discover/upcoming")
                .then()
                .body("items.tmdbId", hasItem(next.getInt("items[0].tmdbId")))
                .body("items.year", everyItem(equalTo(year)));
    }

    @Test
    void listCanBeOfOneProvider() {
        JsonPath providers = People.guest()
                .queryParam("type", "MOVIE")
                .get(MEDIA + "/providers")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        int shudder = providers.getInt("items.find { it.name == 'Shudder' }.id");

        discover(Map.of("type", "MOVIE", "provider", shudder))
                .body("items", not(empty()))
                .body("items.genres", everyItem(hasItem("Horror")));
    }

    @Test
    void filterThatMeansNothingIsRefusedWithTheReason() {
        Map.of("year", "1200", "rating", "11", "provider", "0", "genre", "-1")
                .forEach((name, value) -> discover(Map.of("type", "MOVIE", name, value))
                        .statusCode(400)
                        .contentType("application/problem+json")
                        .body("violations.field", hasItem(name)));
        discover(Map.of("type", "MOVIE", "year", "soon")).contentType("application/problem+json");
    }

    @Test
    void searchCanBeForOneTypeAndOneYear() {
        narrowed(Map.of("query", "the", "type", "SERIES"))
                .body("requestable", not(empty()))
                .body("requestable.type", everyItem(equalTo("SERIES")));
        narrowed(Map.of("query", "the", "year", 1920))
                .body("requestable", not(empty()))
                .body("requestable.year", everyItem(equalTo(1920)));
        plex.film(424_242, "The Unheard-of Lighthouse");
        connectPlex();

        narrowed(Map.of("query", "unheard lighthouse", "type", "MOVIE")).body("library", hasSize(1));
        narrowed(Map.of("query", "unheard lighthouse", "type", "SERIES")).body("library", empty());
    }

    @Test
    void seriesPageHasItsSeasonsAndWhatIsThereOfThem() {
        JsonPath series = People.guest()
                .queryParam("type", "SERIES")
                .get(MEDIA + "/discover/popular")
                .jsonPath();
        int id = series.getInt("items[0].tmdbId");
        plex.series(900, id, series.getString("items[0].title"));
        plex.season(901, 900, 1, 1);
        connectPlex();

        title("series", id)
                .statusCode(200)
                .body("seasons.find { it.number == 1 }.availableEpisodes", equalTo(1))
                .body("attribution", containsString("TMDB"))
                .body("quota.used", equalTo(0))
                .body("request", nullValue());
    }

    @Test
    void newestOfTheLibraryComesFirst() {
        plex.film(700_001, "Older");
        plex.film(700_002, "Newer");
        connectPlex();

        People.guest()
                .queryParam("limit", 2)
                .get(MEDIA + "/recently-added")
                .then()
                .statusCode(200)
                .body("items.title", equalTo(List.of("Newer", "Older")));
    }

    @Test
    void pictureOfTmdbIsPassedOnForThoseWhoAreSignedIn() {
        String poster = anyFilm().getString("posterUrl");

        var answer = People.guest().get(poster).then().statusCode(200).extract();

        assertThat(answer.contentType()).startsWith("image/");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, max-age=2592000");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        RestAssured.get(poster).then().statusCode(401);
    }

    @Test
    void pictureRoutesTakeNothingButPictures() {
        List.of(
                        "/images/tmdb/original/a.jpg",
                        "/images/tmdb/w342/a.svg",
                        "/images/tmdb/w342/..%2fsecret.jpg",
                        "/images/tmdb/w342/http:%2f%2fexample.org%2fa.jpg",
                        "/images/plex/1%2f2/thumb",
                        "/images/plex/1/file")
                .forEach(path -> People.guest()
                        .urlEncodingEnabled(false)
                        .get(MEDIA + path)
                        .then()
                        .statusCode(404));
    }

    @Test
    void nobodySearchesForNothing() {
        search(" ").statusCode(400);
        search("x".repeat(201)).statusCode(400);
    }

    private JsonPath anyFilm() {
        return JsonPath.from(People.guest()
                        .queryParam("type", "MOVIE")
                        .get(MEDIA + "/discover/popular")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .setRootPath("items[0]");
    }

    private void connectPlex() {
        People.connect("plex", plex.url(), PaperPlex.TOKEN).statusCode(200);
        await().atMost(SOON)
                .until(() -> People.admin()
                        .get(MEDIA + "/library")
                        .jsonPath()
                        .getString("state")
                        .equals("UP_TO_DATE"));
    }

    private static ValidatableResponse discover(Map<String, ?> filter) {
        return People.guest()
                .queryParams(filter)
                .get(MEDIA + "/discover/popular")
                .then();
    }

    private static ValidatableResponse narrowed(Map<String, ?> search) {
        return People.guest().queryParams(search).get(MEDIA + "/search").then().statusCode(200);
    }

    private static ValidatableResponse search(String query) {
        return People.guest().queryParam("query", query).get(MEDIA + "/search").then();
    }

    private static ValidatableResponse title(String type, int tmdbId) {
        return People.guest().get(MEDIA + "/titles/" + type + "/" + tmdbId).then();
    }

    @Inject
    Database database;

    private void ageMemory() {
        database.run("update catalogue_memory set fetched_at = fetched_at - interval '2 days'")
                .await()
                .atMost(SOON);
    }
}

package org.medianest.media.browse;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medianest.media.testing.MediaServiceTest;
import org.medianest.media.testing.People;

@MediaServiceTest
class SearchTest extends WithTmdb {
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
        homelab.play("tmdb-500");

        search("unheard lighthouse")
                .statusCode(200)
                .body("library.title", hasItem("The Unheard-of Lighthouse"))
                .body("library[0].posterUrl", equalTo("/api/v1/media/images/plex/424242/thumb"))
                .body("catalogue.state", equalTo("DOWN"))
                .body("catalogue.message", equalTo("TMDB answers with an error (status 500)."));
        search("unhaerd lighthose").body("library.title", hasItem("The Unheard-of Lighthouse"));
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
    void signThatPostgresDoesNotKnowIsNoError() {
        search("no\u0000such").statusCode(200).body("catalogue.state", equalTo("UP"));
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
    void nobodySearchesForNothing() {
        search(" ").statusCode(400);
        search("x".repeat(201)).statusCode(400);
    }

    private static ValidatableResponse narrowed(Map<String, ?> search) {
        return People.guest().queryParams(search).get(MEDIA + "/search").then().statusCode(200);
    }

    private static ValidatableResponse search(String query) {
        return People.guest().queryParam("query", query).get(MEDIA + "/search").then();
    }
}

package org.medianest.media.browse;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medianest.media.testing.MediaServiceTest;
import org.medianest.media.testing.People;

@MediaServiceTest
class ShelfTest extends WithTmdb {
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

    private static ValidatableResponse discover(Map<String, ?> filter) {
        return People.guest()
                .queryParams(filter)
                .get(MEDIA + "/discover/popular")
                .then();
    }
}

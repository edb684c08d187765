package org.medianest.media.browse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.medianest.commons.database.Database;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.system.SystemName;
import org.medianest.media.testing.MediaServiceTest;
import org.medianest.media.testing.People;

@MediaServiceTest
class TitlePageTest extends WithTmdb {
    @Inject
    Database database;

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
    void whatWasKnownIsStillShownWhileTmdbIsDown() {
        int film = anyFilm().getInt("tmdbId");
        title("movie", film).statusCode(200);
        ageMemory();
        homelab.faults().set(SystemName.TMDB, new Fault.Down());

        title("movie", film).statusCode(200).body("title", notNullValue());
        title("movie", 1).statusCode(503).body("code", equalTo("SYSTEM_AWAY"));
    }

    private static ValidatableResponse title(String type, int tmdbId) {
        return People.guest().get(MEDIA + "/titles/" + type + "/" + tmdbId).then();
    }

    private void ageMemory() {
        database.run("update catalogue_memory set fetched_at = fetched_at - interval '2 days'")
                .await()
                .atMost(SOON);
    }
}

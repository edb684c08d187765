package org.medianest.media.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medianest.homelab.arr.Pace;
import org.medianest.homelab.catalogue.Series;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.catalogue.TitleType;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.SystemName;
import org.medianest.media.request.testing.Journey;
import org.medianest.media.testing.MediaServiceTest;

/** What happens in a household between a wish and Plex, as the person sees it who waits. */
@MediaServiceTest
@TestProfile(Journey.class)
class ScenariosTest extends WithHomelab {
    private static final Duration DONE = Duration.ofMinutes(10);
    private static final int DRAGNET = 9_100_005;

    @BeforeEach
    void connect() {
        connectRadarr();
        connectSonarr();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "downloads-stall | Radarr: The download is stalled with no connections",
                "downloads-fail | Radarr: The download client reported an error",
                "import-blocked | Radarr: Movie title mismatch, automatic import is not possible. Manual Import required."
            })
    void troubleNeedsAttentionAndSaysWhy(String trouble, String reason) {
        lab.play(trouble);
        String id = underWay(film());

        lab.clock().advance(DONE);

        assertThat(awaitStanding(ada, id, "NEEDS_ATTENTION").getString("standing.reason"))
                .isEqualTo(reason);
    }

    @Test
    void whatNobodyHasIsSearchedForUntilSomebodyHasIt() {
        lab.play("nothing-found");
        Title film = film();
        String id = underWay(film);
        lab.clock().advance(DONE);
        assertThat(find(ada, id).getString("standing.state")).isEqualTo("SEARCHING");

        lab.play("downloads-arrive");
        searchInRadarr(film);
        lab.clock().advance(DONE);

        assertThat(awaitStanding(ada, id, "IMPORTED_NOT_IN_PLEX").<String>getList("timeline.kind"))
                .containsSubsequence("SEARCHING", "IMPORTED")
                .doesNotContain("NEEDS_ATTENTION");
    }

    @Test
    void packThatArrivesIsTheSeasonThatWasAskedFor() {
        Series dragnet =
                (Series) lab.world().catalogue().find(TitleKey.series(DRAGNET)).orElseThrow();
        lab.play("season-pack-arrives");
        String id = asked(ada, dragnet, Map.of("seasons", List.of(2)));
        approve(id);

        lab.clock().advance(Duration.ofSeconds(40));
        awaitStanding(ada, id, "DOWNLOADING");
        lab.clock().advance(DONE);

        awaitStanding(ada, id, "IMPORTED_NOT_IN_PLEX");
    }

    /** Where others show the first ten. */
    @Test
    void eachOfTheThirtyFiveInTheQueueShowsItsProgress() {
        Pace usual = Pace.DEFAULT;
        lab.radarr().pace(new Pace(usual.search(), usual.queued(), Duration.ofHours(2), usual.imports()));
        lab.play("radarr-queue-of-35");
        lab.clock().advance(Duration.ofMinutes(12));

        Map<String, UUID> asked = new LinkedHashMap<>();
        titles(TitleType.MOVIE).stream()
                .filter(film -> lab.radarr().holds(film.tmdbId()))
                .forEach(film -> {
                    UUID person = UUID.randomUUID();
                    asked.put(asked(person, film, Map.of()), person);
                });
        asked.keySet().forEach(this::approve);

        assertThat(asked).hasSize(35);
        asked.forEach((id, person) -> assertThat(
                        awaitStanding(person, id, "DOWNLOADING").getDouble("standing.percent"))
                .isBetween(5.0, 90.0));
    }

    /** Approved, and with whoever gets it. */
    private String underWay(Title film) {
        String id = asked(ada, film, Map.of());
        approve(id);
        awaitStanding(ada, id, "SEARCHING");
        return id;
    }

    /** Somebody presses the button there. */
    private void searchInRadarr(Title film) {
        String api = lab.url(SystemName.RADARR) + "/api/v3";
        int movie = given().header("X-Api-Key", Keys.RADARR)
                .queryParam("tmdbId", film.tmdbId())
                .get(api + "/movie")
                .then()
                .statusCode(200)
                .extract()
                .path("[0].id");
        given().header("X-Api-Key", Keys.RADARR)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "MoviesSearch", "movieIds", List.of(movie)))
                .post(api + "/command")
                .then()
                .statusCode(201);
    }
}

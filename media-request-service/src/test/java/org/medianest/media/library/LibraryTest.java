package org.medianest.media.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medianest.commons.database.Database;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.testing.MediaServiceTest;
import org.medianest.media.testing.PaperPlex;
import org.medianest.media.testing.People;

@MediaServiceTest
class LibraryTest extends WithPaperPlex {
    @Inject
    Database database;

    @Test
    void firstScanFindsFilmsAndSeriesAndWhatNobodyRecognises() {
        plex.film(603, "The Matrix");
        plex.film(604, "Old agent", PaperPlex.object().put("guid", "com.plexapp.agents.themoviedb://78?lang=en"));
        plex.film(605, "Holiday 2019", PaperPlex.object().put("guid", "local://605"));
        plex.series(900, 603, "A series with the number of a film");
        plex.season(901, 900, 1, 8);
        plex.season(902, 900, 2, 3);

        connect();

        JsonPath view = LibraryPage.upToDate();
        assertThat(view.getInt("items")).isEqualTo(4);
        assertThat(view.getInt("unmatched.count")).isEqualTo(1);
        assertThat(view.getString("unmatched.items[0].title")).isEqualTo("Holiday 2019");
        assertThat(view.getString("unmatched.items[0].reason")).startsWith("Plex has not recognised it");
        assertThat(standing(film(603)).orElseThrow().complete()).isTrue();
        assertThat(standing(film(78)).orElseThrow().ratingKey()).isEqualTo("604");
        assertThat(standing(new TitleId(MediaType.SERIES, 603)).orElseThrow().episodesBySeason())
                .isEqualTo(Map.of(1, 8, 2, 3));
        assertThat(standing(film(900))).isEmpty();
        assertThat(heard.last(new TitleId(MediaType.SERIES, 603)).orElseThrow().episodesBySeason())
                .isEqualTo(Map.of(1, 8, 2, 3));
        assertThat(library.playUrl(film(603)).await().atMost(SOON))
                .contains("https://app.plex.tv/desktop/#!/server/" + plex.machine
                        + "/details?key=%2Flibrary%2Fmetadata%2F603");
    }

    @Test
    void scanGoesOnWhereItWasInterrupted() {
        films(1, 1_000);
        plex.failsFrom = 600;
        connect();
        await().atMost(SOON)
                .until(() -> plex.starts.stream().filter(start -> start == 600).count() >= 2);

        plex.failsFrom = Integer.MAX_VALUE;

        assertThat(LibraryPage.upToDate().getInt("items")).isEqualTo(1_000);
        assertThat(plex.starts.stream().filter(start -> start < 600)).containsExactly(0, 200, 400);
    }

    @Test
    void scanThatCouldNotGoOnForTooLongBeginsAnew() {
        films(1, 1_000);
        plex.failsFrom = 600;
        connect();
        await().atMost(SOON)
                .until(() -> plex.starts.stream().filter(start -> start == 600).count() >= 2);
        database.run("update library_scan set read_at = read_at - interval '31 minutes'")
                .await()
                .atMost(SOON);

        plex.failsFrom = Integer.MAX_VALUE;

        assertThat(LibraryPage.upToDate().getInt("items")).isEqualTo(1_000);
        assertThat(plex.starts.stream().filter(start -> start < 600)).containsExactly(0, 200, 400, 0, 200, 400);
    }

    @Test
    void newsOfPlexIsTakenUpWithinSeconds() {
        films(1, 3);
        connect();
        LibraryPage.upToDate();
        await().atMost(SOON).until(plex::isListenedTo);

        plex.film(55, "Just in");
        plex.say(55);

        await().atMost(SOON).until(() -> standing(film(55)).isPresent());
        assertThat(heard.times(film(55))).isEqualTo(1);
    }

    @Test
    void newSeasonIsTakenUpByTheNewsOfIt() {
        plex.series(900, 44, "Series");
        plex.season(901, 900, 1, 2);
        connect();
        LibraryPage.upToDate();
        await().atMost(SOON).until(plex::isListenedTo);

        plex.season(901, 900, 1, 3);
        plex.say(901);

        TitleId series = new TitleId(MediaType.SERIES, 44);
        await().atMost(SOON)
                .until(() -> standing(series).orElseThrow().episodesBySeason().equals(Map.of(1, 3)));
    }

    @Test
    void downloadsAreNoTitlesAndChosenSectionsAreAllThatCounts() {
        plex.film(1, "Film");
        plex.series(900, 44, "Series");
        plex.season(901, 900, 1, 2);

        People.connect(
                        "plex",
                        Map.of(
                                "url",
                                plex.url(),
                                "secret",
                                PaperPlex.TOKEN,
                                "options",
                                Map.of("downloadsSection", "1")))
                .statusCode(200);

        assertThat(LibraryPage.upToDate().getInt("items")).isEqualTo(1);
        assertThat(standing(film(1))).isEmpty();
        People.connect("plex", Map.of("options", Map.of("sections", List.of("1", "2"))))
                .statusCode(200);
        await().atMost(SOON).until(() -> standing(film(1)).isPresent());
    }

    @Test
    void sectionThatIsChosenWhileAScanIsInterruptedIsReadWhole() {
        films(1, 60);
        plex.series(900, 44, "Series");
        plex.season(901, 900, 1, 2);
        plex.failsAtSeasons = true;
        People.connect(
                        "plex",
                        Map.of(
                                "url",
                                plex.url(),
                                "secret",
                                PaperPlex.TOKEN,
                                "options",
                                Map.of("sections", List.of("2"))))
                .statusCode(200);
        LibraryPage.awaitState("FAILED");

        People.connect("plex", Map.of("options", Map.of("sections", List.of("1", "2"))))
                .statusCode(200);
        plex.failsAtSeasons = false;

        await().atMost(SOON).until(() -> standing(film(1)).isPresent());
        assertThat(LibraryPage.upToDate().getInt("items")).isEqualTo(61);
    }

    @Test
    void onlyWhoMaySeesAndScans() {
        People.guest().get(LibraryPage.PATH).then().statusCode(403);
        People.guest().post(LibraryPage.PATH + "/scan").then().statusCode(403);
        films(1, 1);
        connect();
    }
}

package org.medianest.media.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.medianest.commons.database.Database;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.testing.MediaServiceTest;
import org.medianest.media.testing.PaperPlex;
import org.medianest.media.testing.People;

@MediaServiceTest
class LibraryTest {
    private static final String LIBRARY = "/api/v1/media/library";
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    Library library;

    @Inject
    Heard heard;

    @Inject
    Database database;

    private final PaperPlex plex = new PaperPlex("machine-" + UUID.randomUUID());

    @AfterEach
    void disconnect() {
        People.disconnect("plex");
        plex.close();
        heard.forget();
    }

    @Test
    void firstScanFindsFilmsAndSeriesAndWhatNobodyRecognises() {
        plex.film(603, "The Matrix");
        plex.film(604, "Old agent", PaperPlex.object().put("guid", "com.plexapp.agents.themoviedb://78?lang=en"));
        plex.film(605, "Holiday 2019", PaperPlex.object().put("guid", "local://605"));
        plex.series(900, 603, "A series with the number of a film");
        plex.season(901, 900, 1, 8);
        plex.season(902, 900, 2, 3);

        connect();

        JsonPath view = upToDate();
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
    void plexAwayChangesNothing() {
        films(1, 10);
        connect();
        upToDate();
        heard.forget();

        plex.failsFrom = 0;
        scan();

        JsonPath failed = awaitState("FAILED");
        assertThat(failed.getString("message")).isEqualTo("Plex answers with an error (status 500).");
        assertThat(failed.getInt("items")).isEqualTo(10);
        assertThat(standing(film(5)).orElseThrow().gone()).isFalse();
        plex.failsFrom = Integer.MAX_VALUE;
        upToDate();
        assertThat(heard.times(film(5))).isZero();
    }

    @Test
    void filmIsGoneOnceTwoWholeScansHaveMissedIt() {
        films(1, 10);
        connect();
        upToDate();

        plex.remove(7);
        scanned();

        assertThat(standing(film(7)).orElseThrow().gone()).isFalse();
        scanned();
        assertThat(standing(film(7)).orElseThrow().gone()).isTrue();
        assertThat(heard.last(film(7)).orElseThrow().gone()).isTrue();
        plex.film(7, "Film 7");
        scanned();
        assertThat(standing(film(7)).orElseThrow().gone()).isFalse();
        assertThat(heard.last(film(7)).orElseThrow().gone()).isFalse();
    }

    @Test
    void muchThatVanishesAtOnceIsHeldBackUntilAnAdminSaysSo() {
        films(1, 20);
        connect();
        upToDate();

        List.of(1, 2, 3).forEach(plex::remove);
        scan();
        awaitState("HELD_BACK");
        scan();

        await().atMost(SOON).until(() -> view().getString("state").equals("HELD_BACK") && starts() >= 3);
        assertThat(view().getInt("heldBack.count")).isEqualTo(3);
        assertThat(view().getList("heldBack.titles")).containsExactly("Film 1", "Film 2", "Film 3");
        assertThat(standing(film(1)).orElseThrow().gone()).isFalse();
        People.admin().post(LIBRARY + "/held-back/reject").then().statusCode(204);
        assertThat(standing(film(1)).orElseThrow().gone()).isFalse();
        scan();
        awaitState("HELD_BACK");
        People.admin().post(LIBRARY + "/held-back/accept").then().statusCode(204);
        assertThat(standing(film(1)).orElseThrow().gone()).isTrue();
        assertThat(view().getInt("items")).isEqualTo(17);
        People.admin().post(LIBRARY + "/held-back/accept").then().statusCode(409);
    }

    @Test
    void scanGoesOnWhereItWasInterrupted() {
        films(1, 1_000);
        plex.failsFrom = 600;
        connect();
        await().atMost(SOON)
                .until(() -> plex.starts.stream().filter(start -> start == 600).count() >= 2);

        plex.failsFrom = Integer.MAX_VALUE;

        assertThat(upToDate().getInt("items")).isEqualTo(1_000);
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

        assertThat(upToDate().getInt("items")).isEqualTo(1_000);
        assertThat(plex.starts.stream().filter(start -> start < 600)).containsExactly(0, 200, 400, 0, 200, 400);
    }

    @Test
    void newsOfPlexIsTakenUpWithinSeconds() {
        films(1, 3);
        connect();
        upToDate();
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
        upToDate();
        await().atMost(SOON).until(plex::isListenedTo);

        plex.season(901, 900, 1, 3);
        plex.say(901);

        TitleId series = new TitleId(MediaType.SERIES, 44);
        await().atMost(SOON)
                .until(() -> standing(series).orElseThrow().episodesBySeason().equals(Map.of(1, 3)));
    }

    @Test
    void anotherServerAtTheAddressChangesNothing() {
        films(1, 5);
        connect();
        upToDate();

        plex.machine = "somebody-elses";
        plex.removeAllFilms();
        scan();

        assertThat(awaitState("FAILED").getString("message")).startsWith("Another Plex server answers");
        assertThat(standing(film(1)).orElseThrow().gone()).isFalse();
    }

    @Test
    void pageUnderWayWhenPlexIsDisconnectedIsNotKept() {
        films(1, 400);
        plex.holdFrom(200);
        connect();
        await().atMost(SOON).until(() -> plex.starts.contains(200));

        People.disconnect("plex");

        assertThat(standing(film(1))).isEmpty();
        assertOtherServerIsAllThatCounts();
    }

    @Test
    void pageUnderWayWhenAnotherServerIsConnectedIsNotKept() {
        films(1, 400);
        plex.holdFrom(200);
        connect();
        await().atMost(SOON).until(() -> plex.starts.contains(200));

        assertOtherServerIsAllThatCounts();
    }

    private void assertOtherServerIsAllThatCounts() {
        try (PaperPlex other = new PaperPlex("machine-" + UUID.randomUUID())) {
            other.film(900, "Elsewhere");
            People.connect("plex", other.url(), PaperPlex.TOKEN).statusCode(200);
            assertThat(standing(film(1))).isEmpty();

            plex.letGo();

            await().atMost(SOON).until(() -> standing(film(900)).isPresent());
            assertThat(upToDate().getInt("items")).isEqualTo(1);
            assertThat(heard.times(film(300))).isZero();
        }
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

        assertThat(upToDate().getInt("items")).isEqualTo(1);
        assertThat(standing(film(1))).isEmpty();
        People.connect("plex", Map.of("options", Map.of("sections", List.of("1", "2"))))
                .statusCode(200);
        await().atMost(SOON).until(() -> standing(film(1)).isPresent());
    }

    @Test
    void onlyWhoMaySeesAndScans() {
        People.guest().get(LIBRARY).then().statusCode(403);
        People.guest().post(LIBRARY + "/scan").then().statusCode(403);
        films(1, 1);
        connect();
    }

    @Test
    void sameFilmInTwoFormsIsOneTitle() {
        plex.film(1, "Film");
        plex.film(
                2,
                "Film in 4K",
                PaperPlex.object()
                        .set("Guid", PaperPlex.array().add(PaperPlex.object().put("id", "tmdb://1"))));
        connect();
        upToDate();

        plex.remove(1);
        scanned();
        scanned();

        assertThat(standing(film(1)).orElseThrow().gone()).isFalse();
        assertThat(standing(film(1)).orElseThrow().ratingKey()).isEqualTo("2");
    }

    private void films(int from, int to) {
        for (int key = from; key <= to; key++) {
            plex.film(key, "Film " + key);
        }
    }

    private void connect() {
        People.connect("plex", plex.url(), PaperPlex.TOKEN).statusCode(200);
    }

    private static void scan() {
        People.admin().post(LIBRARY + "/scan").then().statusCode(202);
    }

    private void scanned() {
        long before = starts();
        scan();
        await().atMost(SOON)
                .until(() -> starts() > before && view().getString("state").equals("UP_TO_DATE"));
    }

    private long starts() {
        return plex.starts.stream().filter(start -> start == 0).count();
    }

    private static JsonPath upToDate() {
        return awaitState("UP_TO_DATE");
    }

    private static JsonPath awaitState(String state) {
        return await().atMost(SOON)
                .until(LibraryTest::view, view -> view.getString("state").equals(state));
    }

    private static JsonPath view() {
        return People.admin().get(LIBRARY).then().statusCode(200).extract().jsonPath();
    }

    private Optional<LibraryStanding> standing(TitleId id) {
        return Optional.ofNullable(
                library.standings(List.of(id)).await().atMost(SOON).get(id));
    }

    private static TitleId film(int tmdbId) {
        return new TitleId(MediaType.MOVIE, tmdbId);
    }
}

package org.medianest.media.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.catalogue.TitleType;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.system.SystemName;
import org.medianest.media.testing.MediaServiceTest;
import org.medianest.media.testing.People;

/** The library and the catalogue beside a Plex and a TMDB that speak as the real ones do, and fail as real ones do. */
@MediaServiceTest
class HomelabLibraryTest extends WithLibrary {
    private static final Duration PROMISED = Duration.ofSeconds(60);
    private static final int MANY = 20_000;
    private static final TitleKey NOSFERATU = TitleKey.movie(653);
    private static final TitleKey ONE_STEP_BEYOND = TitleKey.series(19);

    @Test
    void whatPlexHasIsKnownAndWhatItNoticesIsKnownWithinSeconds() {
        assertThat(standing(inLibrary(TitleType.MOVIE)).orElseThrow().gone()).isFalse();
        assertThat(standing(NOSFERATU)).isEmpty();

        homelab.play("film-arrives");

        await().atMost(SOON).until(() -> standing(NOSFERATU).isPresent());
    }

    @Test
    void seriesIsThereWithTheEpisodesOfEachSeasonAndWithTheNextOneAsSoonAsItComes() {
        int there = episodesOfTheSecondSeason();
        assertThat(there).isPositive();

        homelab.play("episode-arrives");

        await().atMost(SOON).until(() -> episodesOfTheSecondSeason() == there + 1);
    }

    @ParameterizedTest
    @FieldSource("org.medianest.media.testing.LabFaults#ALL")
    void nothingThatAFaultyPlexOrTmdbSaysIsBelieved(Fault fault) {
        TitleKey film = inLibrary(TitleType.MOVIE);
        int items = LibraryPage.view().getInt("items");
        String title = homelab.world().catalogue().find(film).orElseThrow().title();
        homelab.faults().set(SystemName.PLEX, fault);
        homelab.faults().set(SystemName.TMDB, fault);

        LibraryPage.scan();
        JsonPath found = search(title);

        assertThat(found.getList("library.tmdbId")).contains(film.tmdbId());
        assertThat(found.getString("catalogue.state")).isEqualTo("DOWN");
        assertThat(found.getString("catalogue.message")).endsWith(".");
        assertThat(LibraryPage.awaitState("FAILED").getString("message")).endsWith(".");
        assertThat(LibraryPage.view().getInt("items")).isEqualTo(items);
        assertThat(standing(film).orElseThrow().gone()).isFalse();
        homelab.faults().clear();
        LibraryPage.upToDate();
        assertThat(LibraryPage.view().getInt("items")).isEqualTo(items);
    }

    @Test
    void expiredTokenOfTheServerMeansToConnectAgainAndNothingIsGone() {
        TitleKey film = inLibrary(TitleType.MOVIE);
        int items = LibraryPage.view().getInt("items");
        String toConnect = "The key for Plex has expired. Connect Plex again in the settings.";

        homelab.play("owner-token-expired");
        LibraryPage.scan();

        assertThat(LibraryPage.awaitState("FAILED").getString("message")).isEqualTo(toConnect);
        assertThat(People.admin()
                        .get(People.INTEGRATIONS)
                        .jsonPath()
                        .getString("items.find { it.kind == 'PLEX' }.health.message"))
                .isEqualTo(toConnect);
        assertThat(LibraryPage.view().getInt("items")).isEqualTo(items);
        assertThat(standing(film).orElseThrow().gone()).isFalse();
        connectPlex(homelab.world().people().owner().token());
        LibraryPage.upToDate();
        assertThat(LibraryPage.view().getInt("items")).isEqualTo(items);
    }

    @Test
    void whatThousandsOfNewFilmsHideIsFound() {
        homelab.play("library-grows");

        LibraryPage.scan();

        await().atMost(SOON)
                .until(() -> search("Feature 4711").getList("library.title"), found -> found.contains("Feature 4711"));
        assertThat(LibraryPage.upToDate().getString("heldBack")).isNull();
    }

    @Test
    void twentyThousandFilmsAreReadInTime() {
        homelab.play("library-grows-large");
        long start = System.nanoTime();

        LibraryPage.scan();

        await().atMost(PROMISED.multipliedBy(2)).until(() -> LibraryPage.view().getInt("items") >= MANY);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PROMISED);
    }

    private int episodesOfTheSecondSeason() {
        return standing(ONE_STEP_BEYOND).orElseThrow().episodesBySeason().getOrDefault(2, 0);
    }

    private TitleKey inLibrary(TitleType type) {
        return homelab.world().catalogue().all(type).stream()
                .map(title -> new TitleKey(type, title.tmdbId()))
                .filter(key -> homelab.world().library().find(key).isPresent())
                .findFirst()
                .orElseThrow();
    }
}

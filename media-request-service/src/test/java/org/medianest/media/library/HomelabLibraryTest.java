package org.medianest.media.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.medianest.commons.database.Database;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.catalogue.TitleType;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.SystemName;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.testing.MediaServiceTest;
import org.medianest.media.testing.People;

/** The library and the catalogue beside a Plex and a TMDB that speak as the real ones do, and fail as real ones do. */
@MediaServiceTest
@SuppressWarnings("NullAway.Init")
class HomelabLibraryTest {
    private static final String MEDIA = "/api/v1/media";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration PROMISED = Duration.ofSeconds(60);
    private static final int MANY = 20_000;

    Homelab homelab;

    @Inject
    Library library;

    @Inject
    Database database;

    @BeforeEach
    void connect() {
        homelab.reset();
        People.connect("tmdb", Map.of("secret", Keys.TMDB)).statusCode(200);
        People.connect(
                        "plex",
                        Map.of(
                                "url", homelab.url(SystemName.PLEX).toString(),
                                "secret", Keys.PLEX_OWNER,
                                "options", Map.of("sections", List.of("1", "2"))))
                .statusCode(200);
        awaitState("UP_TO_DATE");
    }

    @AfterEach
    void disconnect() {
        homelab.reset();
        People.disconnect("plex");
        People.disconnect("tmdb");
        await().atMost(SOON).until(() -> library().getString("state").equals("NOT_CONFIGURED"));
        database.run("delete from library_item").await().atMost(SOON);
    }

    @Test
    void whatPlexHasIsKnownAndWhatItNoticesIsKnownWithinSeconds() {
        TitleKey there = inLibrary(TitleType.MOVIE);
        TitleKey absent = absentFilm();
        assertThat(standing(there).orElseThrow().gone()).isFalse();
        assertThat(standing(absent)).isEmpty();

        homelab.world().library().add(absent);

        await().atMost(SOON).until(() -> standing(absent).isPresent());
    }

    @Test
    void seriesIsThereWithTheEpisodesOfEachSeason() {
        TitleKey series = inLibrary(TitleType.SERIES);

        assertThat(standing(series).orElseThrow().episodesBySeason()).isNotEmpty();
    }

    @ParameterizedTest
    @FieldSource("org.medianest.media.testing.LabFaults#ALL")
    void nothingThatAFaultyPlexOrTmdbSaysIsBelieved(Fault fault) {
        TitleKey film = inLibrary(TitleType.MOVIE);
        int items = library().getInt("items");
        String title = homelab.world().catalogue().find(film).orElseThrow().title();
        homelab.faults().set(SystemName.PLEX, fault);
        homelab.faults().set(SystemName.TMDB, fault);

        People.admin().post(MEDIA + "/library/scan").then().statusCode(202);
        JsonPath found = People.guest()
                .queryParam("query", title)
                .queryParam("page", 1)
                .get(MEDIA + "/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(found.getList("library.tmdbId")).contains(film.tmdbId());
        assertThat(found.getString("catalogue.state")).isEqualTo("DOWN");
        assertThat(found.getString("catalogue.message")).endsWith(".");
        assertThat(awaitState("FAILED").getString("message")).endsWith(".");
        assertThat(library().getInt("items")).isEqualTo(items);
        assertThat(standing(film).orElseThrow().gone()).isFalse();
        homelab.faults().clear();
        awaitState("UP_TO_DATE");
        assertThat(library().getInt("items")).isEqualTo(items);
    }

    @Test
    void twentyThousandFilmsAreReadInTime() {
        homelab.world().library().grow(MANY);
        long start = System.nanoTime();

        People.admin().post(MEDIA + "/library/scan").then().statusCode(202);

        await().atMost(PROMISED.multipliedBy(2)).until(() -> library().getInt("items") >= MANY);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PROMISED);
    }

    private TitleKey inLibrary(TitleType type) {
        return homelab.world().catalogue().all(type).stream()
                .map(title -> new TitleKey(type, title.tmdbId()))
                .filter(key -> homelab.world().library().find(key).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private TitleKey absentFilm() {
        return homelab.world().catalogue().all(TitleType.MOVIE).stream()
                .map(title -> TitleKey.movie(title.tmdbId()))
                .filter(key -> homelab.world().library().find(key).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static JsonPath awaitState(String state) {
        return await().atMost(SOON)
                .until(
                        HomelabLibraryTest::library,
                        view -> view.getString("state").equals(state));
    }

    private static JsonPath library() {
        return People.admin()
                .get(MEDIA + "/library")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private Optional<LibraryStanding> standing(TitleKey key) {
        TitleId id = new TitleId(key.type() == TitleType.MOVIE ? MediaType.MOVIE : MediaType.SERIES, key.tmdbId());
        return Optional.ofNullable(
                library.standings(List.of(id)).await().atMost(SOON).get(id));
    }
}

package org.medianest.media.library;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.medianest.commons.database.Database;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.catalogue.TitleType;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.SystemName;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.testing.People;

/** A library that has been read whole, of a Plex that speaks as the real one does. */
@SuppressWarnings("NullAway.Init")
abstract class WithLibrary {
    static final String MEDIA = "/api/v1/media";
    static final Duration SOON = Duration.ofSeconds(60);

    Homelab homelab;

    @Inject
    Library library;

    @Inject
    Database database;

    @BeforeEach
    void connect() {
        homelab.reset();
        People.connect("tmdb", Map.of("secret", Keys.TMDB)).statusCode(200);
        connectPlex(Keys.PLEX_OWNER);
        LibraryPage.upToDate();
    }

    @AfterEach
    void disconnect() {
        homelab.reset();
        People.disconnect("plex");
        People.disconnect("tmdb");
        await().atMost(SOON).until(() -> LibraryPage.view().getString("state").equals("NOT_CONFIGURED"));
        database.run("delete from library_item").await().atMost(SOON);
    }

    void connectPlex(String token) {
        People.connect(
                        "plex",
                        Map.of(
                                "url", homelab.url(SystemName.PLEX).toString(),
                                "secret", token,
                                "options", Map.of("sections", List.of("1", "2"))))
                .statusCode(200);
    }

    static JsonPath search(String title) {
        return People.guest()
                .queryParam("query", title)
                .queryParam("page", 1)
                .get(MEDIA + "/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    Optional<LibraryStanding> standing(TitleKey key) {
        return Optional.ofNullable(
                library.standings(List.of(id(key))).await().atMost(SOON).get(id(key)));
    }

    static TitleId id(TitleKey key) {
        return new TitleId(key.type() == TitleType.MOVIE ? MediaType.MOVIE : MediaType.SERIES, key.tmdbId());
    }
}

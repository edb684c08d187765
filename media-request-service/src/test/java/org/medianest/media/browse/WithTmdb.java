package org.medianest.media.browse;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.medianest.homelab.Homelab;
import org.medianest.media.testing.PaperPlex;
import org.medianest.media.testing.People;

/** The service beside TMDB and a Plex on paper, which is connected when there is something in it. */
@SuppressWarnings("NullAway.Init")
abstract class WithTmdb {
    static final Duration SOON = Duration.ofSeconds(60);
    static final String MEDIA = "/api/v1/media";
    static final String KEY = "0123456789abcdef0123456789abcdef";

    Homelab homelab;
    final PaperPlex plex = new PaperPlex("machine-" + UUID.randomUUID());

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

    void connectPlex() {
        People.connect("plex", plex.url(), PaperPlex.TOKEN).statusCode(200);
        await().atMost(SOON)
                .until(() -> People.admin()
                        .get(MEDIA + "/library")
                        .jsonPath()
                        .getString("state")
                        .equals("UP_TO_DATE"));
    }

    JsonPath anyFilm() {
        return JsonPath.from(People.guest()
                        .queryParam("type", "MOVIE")
                        .get(MEDIA + "/discover/popular")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .setRootPath("items[0]");
    }
}

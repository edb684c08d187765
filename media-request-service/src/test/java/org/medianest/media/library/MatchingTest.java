package org.medianest.media.library;

import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.system.Keys;
import org.medianest.media.testing.MediaServiceTest;
import org.medianest.media.testing.PaperPlex;
import org.medianest.media.testing.People;

/** TMDB says what Plex knows by the names of others only. */
@MediaServiceTest
@SuppressWarnings("NullAway.Init")
class MatchingTest extends WithPaperPlex {
    private static final TitleKey NOSFERATU = TitleKey.movie(653);

    Homelab homelab;

    @BeforeEach
    void connectTmdb() {
        People.connect("tmdb", Map.of("secret", Keys.TMDB)).statusCode(200);
    }

    @AfterEach
    void disconnectTmdb() {
        People.disconnect("tmdb");
    }

    @Test
    void filmBehindManyThatNobodyKnowsIsMatchedToo() {
        for (int key = 1_000; key <= 1_500; key++) {
            film(key, "tt9" + key);
        }
        film(
                9_999,
                homelab.world()
                        .catalogue()
                        .find(NOSFERATU)
                        .orElseThrow()
                        .facts()
                        .imdbId());

        connect();

        await().atMost(SOON).until(() -> standing(film(NOSFERATU.tmdbId())).isPresent());
    }

    private void film(int key, String imdbId) {
        plex.film(
                key, "Film " + key, PaperPlex.object().put("guid", "com.plexapp.agents.imdb://" + imdbId + "?lang=en"));
    }
}

package org.medianest.media.library;

import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.testing.PaperPlex;
import org.medianest.media.testing.People;

/** The library beside a Plex that has what a test puts into it. */
@SuppressWarnings("NullAway.Init")
abstract class WithPaperPlex {
    static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    Library library;

    @Inject
    Heard heard;

    final PaperPlex plex = new PaperPlex("machine-" + UUID.randomUUID());

    @AfterEach
    void disconnect() {
        People.disconnect("plex");
        plex.close();
        heard.forget();
    }

    void films(int from, int to) {
        for (int key = from; key <= to; key++) {
            plex.film(key, "Film " + key);
        }
    }

    void connect() {
        People.connect("plex", plex.url(), PaperPlex.TOKEN).statusCode(200);
    }

    /** A scan from beginning to end. */
    void scanned() {
        long before = starts();
        LibraryPage.scan();
        await().atMost(SOON)
                .until(() -> starts() > before
                        && LibraryPage.view().getString("state").equals("UP_TO_DATE"));
    }

    /** How many scans have begun. */
    long starts() {
        return plex.starts.stream().filter(start -> start == 0).count();
    }

    Optional<LibraryStanding> standing(TitleId id) {
        return Optional.ofNullable(
                library.standings(List.of(id)).await().atMost(SOON).get(id));
    }

    static TitleId film(int tmdbId) {
        return new TitleId(MediaType.MOVIE, tmdbId);
    }
}

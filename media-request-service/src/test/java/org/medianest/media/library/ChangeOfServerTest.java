package org.medianest.media.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medianest.media.testing.MediaServiceTest;
import org.medianest.media.testing.PaperPlex;
import org.medianest.media.testing.People;

/** Nothing of one Plex server is taken for something of another. */
@MediaServiceTest
class ChangeOfServerTest extends WithPaperPlex {
    @Test
    void anotherServerAtTheAddressChangesNothing() {
        films(1, 5);
        connect();
        LibraryPage.upToDate();

        plex.machine = "somebody-elses";
        plex.removeAllFilms();
        LibraryPage.scan();

        assertThat(LibraryPage.awaitState("FAILED").getString("message")).startsWith("Another Plex server answers");
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
            assertThat(LibraryPage.upToDate().getInt("items")).isEqualTo(1);
            assertThat(heard.times(film(300))).isZero();
        }
    }
}

package org.medianest.media.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medianest.media.testing.MediaServiceTest;
import org.medianest.media.testing.PaperPlex;
import org.medianest.media.testing.People;

/** What Plex shows no more is believed to be gone late, and much of it only when somebody says so. */
@MediaServiceTest
class VanishingTest extends WithPaperPlex {
    @Test
    void plexAwayChangesNothing() {
        films(1, 10);
        connect();
        LibraryPage.upToDate();
        heard.forget();

        plex.failsFrom = 0;
        LibraryPage.scan();

        JsonPath failed = LibraryPage.awaitState("FAILED");
        assertThat(failed.getString("message")).isEqualTo("Plex answers with an error (status 500).");
        assertThat(failed.getInt("items")).isEqualTo(10);
        assertThat(standing(film(5)).orElseThrow().gone()).isFalse();
        plex.failsFrom = Integer.MAX_VALUE;
        LibraryPage.upToDate();
        assertThat(heard.times(film(5))).isZero();
    }

    @Test
    void filmIsGoneOnceTwoWholeScansHaveMissedIt() {
        films(1, 10);
        connect();
        LibraryPage.upToDate();

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
        LibraryPage.upToDate();

        List.of(1, 2, 3).forEach(plex::remove);
        LibraryPage.scan();
        LibraryPage.awaitState("HELD_BACK");
        LibraryPage.scan();

        await().atMost(SOON).until(() -> LibraryPage.view().getString("state").equals("HELD_BACK") && starts() >= 3);
        assertThat(LibraryPage.view().getInt("heldBack.count")).isEqualTo(3);
        assertThat(LibraryPage.view().getList("heldBack.titles")).containsExactly("Film 1", "Film 2", "Film 3");
        assertThat(standing(film(1)).orElseThrow().gone()).isFalse();
        People.admin().post(LibraryPage.PATH + "/held-back/reject").then().statusCode(204);
        assertThat(standing(film(1)).orElseThrow().gone()).isFalse();
        LibraryPage.scan();
        LibraryPage.awaitState("HELD_BACK");
        People.admin().post(LibraryPage.PATH + "/held-back/accept").then().statusCode(204);
        assertThat(standing(film(1)).orElseThrow().gone()).isTrue();
        assertThat(LibraryPage.view().getInt("items")).isEqualTo(17);
        People.admin().post(LibraryPage.PATH + "/held-back/accept").then().statusCode(409);
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
        LibraryPage.upToDate();

        plex.remove(1);
        scanned();
        scanned();

        assertThat(standing(film(1)).orElseThrow().gone()).isFalse();
        assertThat(standing(film(1)).orElseThrow().ratingKey()).isEqualTo("2");
    }
}

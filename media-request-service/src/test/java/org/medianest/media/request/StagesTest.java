package org.medianest.media.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.testing.EventProbe;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.fulfilment.Stage;
import org.medianest.media.request.testing.Household;
import org.medianest.media.request.testing.RequestTest;
import org.medianest.media.testing.MediaServiceTest;

/** From the approval to the library. */
@MediaServiceTest
@TestProfile(Household.class)
class StagesTest extends RequestTest {
    @Test
    void everyStageIsShownAndTold() {
        TitleId film = film();
        String id = underWay(ada, film);

        reached(id, new Stage.WaitingForRelease(LocalDate.of(2030, 5, 1)));
        assertThat(find(ada, id).getString("standing.state")).isEqualTo("WAITING_FOR_RELEASE");
        assertThat(find(ada, id).getString("standing.releaseDate")).isEqualTo("2030-05-01");
        reached(id, new Stage.Searching());
        reached(id, new Stage.Downloading(12.5, 600L));
        reached(id, new Stage.Downloading(43, null));
        JsonPath downloading = find(ada, id);
        assertThat(downloading.getString("standing.state")).isEqualTo("DOWNLOADING");
        assertThat(downloading.getDouble("standing.percent")).isEqualTo(43);
        reached(id, new Stage.NeedsAttention("The disk is full."));
        assertThat(find(ada, id).getString("standing.reason")).isEqualTo("The disk is full.");
        reached(id, new Stage.Imported());
        assertThat(find(ada, id).getString("standing.state")).isEqualTo("IMPORTED_NOT_IN_PLEX");
        arrives(film, Map.of());

        assertThat(find(ada, id).getString("state")).isEqualTo("AVAILABLE");
        assertThat(find(ada, id).getList("timeline.kind"))
                .isEqualTo(List.of(
                        "ASKED",
                        "APPROVED",
                        "SENT",
                        "SEARCHING",
                        "WAITING_FOR_RELEASE",
                        "SEARCHING",
                        "DOWNLOADING",
                        "NEEDS_ATTENTION",
                        "IMPORTED",
                        "AVAILABLE"));
        assertThat(find(ada, id).getString("timeline[4].text")).isEqualTo("It comes out on 1 May 2030.");
        awaitNews(
                id,
                "created",
                "approved",
                "stage SEARCHING",
                "stage WAITING_FOR_RELEASE",
                "stage SEARCHING",
                "stage DOWNLOADING",
                "stage NEEDS_ATTENTION",
                "stage IMPORTED_NOT_IN_PLEX",
                "available");
        assertThat(getter.hasLetGo(UUID.fromString(id))).isTrue();
    }

    @Test
    void whatIsSaidTwiceOrTooLateChangesNothing() {
        TitleId film = film();
        String id = underWay(ada, film);
        reached(id, new Stage.Imported());
        reached(id, new Stage.Imported());
        arrives(film, Map.of());

        reached(id, new Stage.Downloading(80, 5L));
        reached(id, new Stage.Declined("Too late."));
        reached(UUID.randomUUID().toString(), new Stage.Imported());
        arrives(film, Map.of());

        assertThat(find(ada, id).getString("state")).isEqualTo("AVAILABLE");
        awaitNews(id, "created", "approved", "stage SEARCHING", "stage IMPORTED_NOT_IN_PLEX", "available");
    }

    @Test
    void progressIsToldToThoseWhoWatchNowAndThen() {
        String id = underWay(ada, film());

        for (int percent = 1; percent <= 30; percent++) {
            reached(id, new Stage.Downloading(percent, null));
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(new EventProbe(redis).typesAbout(EventStream.LIVE, id))
                        .isNotEmpty()
                        .hasSizeLessThan(30)
                        .containsOnly("medianest.request.progress.v1"));
    }

    @Test
    void whatIsRefusedOverThereIsDeclined() {
        String id = underWay(ada, film());

        reached(id, new Stage.Declined("It is on the blocklist."));

        assertThat(find(ada, id).getString("state")).isEqualTo("DECLINED");
        assertThat(find(ada, id).getString("reason")).isEqualTo("It is on the blocklist.");
    }

    @Test
    void whatSomebodyMustLookAfterCanBeTriedAgain() {
        TitleId film = film();
        String id = underWay(ada, film);
        reached(id, new Stage.NeedsAttention("Nothing was found."));
        assertThat(find(olga, id).getList("actions")).contains("RETRY");

        step(olga, id, "retry").statusCode(200);

        await().atMost(SOON).until(() -> getter.ordersOf(film).size() == 2);
        awaitState(ada, id, "PROCESSING");
        assertThat(timeline(ada, id)).contains("TRIED_AGAIN");
    }

    @Test
    void seriesComesInParts() {
        TitleId series = series();
        String id = ask(ada, wish(series, 1, 2)).extract().path("id");
        step(olga, id, "approve");
        awaitState(ada, id, "PROCESSING");

        arrives(series, Map.of(1, 3));
        assertThat(find(ada, id).getString("state")).isEqualTo("PARTIALLY_AVAILABLE");
        assertThat(find(ada, id).getString("standing.state")).isEqualTo("PARTLY_AVAILABLE");
        reached(id, new Stage.Downloading(50, null));
        assertThat(find(ada, id).getDouble("standing.percent")).isEqualTo(50);
        arrives(series, Map.of(1, 4));
        arrives(series, Map.of(1, 10));
        arrives(series, Map.of(2, 10));

        assertThat(find(ada, id).getString("state")).isEqualTo("AVAILABLE");
        awaitNews(
                id,
                "created",
                "approved",
                "stage SEARCHING",
                "stage PARTLY_AVAILABLE",
                "stage PARTLY_AVAILABLE",
                "available");
    }

    @Test
    void episodesThatComeWhileItWaitsForApprovalSkipNothing() {
        TitleId series = series();
        String id = ask(ada, wish(series, 1)).extract().path("id");

        arrives(series, Map.of(1, 3));

        assertThat(find(ada, id).getString("state")).isEqualTo("PENDING");
        step(olga, id, "approve").statusCode(200);
    }

    /** A scan stored it in the moment in which it was asked for: neither saw the other. */
    @Test
    void arrivalThatNobodyNoticedIsFoundByComparison() {
        TitleId film = film();
        String id = asked(ada, film);

        arrivesUnnoticed(film);

        awaitState(ada, id, "AVAILABLE");
    }

    @Test
    void titleThatIsGoneIsRemovedAndCanBeAskedForAgain() {
        TitleId film = film();
        String id = asked(ada, film);
        arrives(film, Map.of());

        vanishes(film);

        assertThat(find(ada, id).getString("state")).isEqualTo("AVAILABLE");
        assertThat(find(ada, id).getString("standing.state")).isEqualTo("REMOVED");
        arrives(film, Map.of());
        assertThat(find(ada, id).getString("standing.state")).isEqualTo("AVAILABLE");
        awaitNews(id, "created", "available");
    }
}

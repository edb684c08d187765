package org.medianest.media.fulfilment.arr;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.medianest.media.fulfilment.Commission;
import org.medianest.media.fulfilment.Orders;
import org.medianest.media.fulfilment.Outcome;
import org.medianest.media.fulfilment.Outcome.Refused;
import org.medianest.media.fulfilment.Outcome.Taken;
import org.medianest.media.fulfilment.Stage;
import org.medianest.media.system.SystemKind;
import org.medianest.media.testing.MediaServiceTest;
import org.medianest.media.testing.ScriptedSystem;
import org.medianest.media.testing.ScriptedSystem.Said;

@MediaServiceTest
class SonarrTest {
    private static final String SERIES = "/api/v3/series";
    private static final JsonObject PLACE =
            new JsonObject().put("qualityProfileId", 4).put("rootFolderPath", "/tv");
    private static final String FOUND = """
            [{"tvdbId":81189,"title":"The Series","titleSlug":"the-series","monitored":true,
              "seasons":[{"seasonNumber":0,"monitored":false},{"seasonNumber":1,"monitored":true},{"seasonNumber":2,"monitored":true}]}]""";
    private static final String THERE = """
            {"id":9,"tvdbId":81189,"title":"The Series","monitored":true,"seasons":[
              {"seasonNumber":0,"monitored":false,"statistics":{"episodeFileCount":0,"episodeCount":0,"totalEpisodeCount":4}},
              {"seasonNumber":1,"monitored":true,"statistics":{"episodeFileCount":10,"episodeCount":10,"totalEpisodeCount":10}},
              {"seasonNumber":2,"monitored":false,"statistics":{"episodeFileCount":0,"episodeCount":0,"totalEpisodeCount":10}}]}""";

    @Inject
    Sonarr sonarr;

    private final ScriptedSystem system = new ScriptedSystem()
            .says("POST /api/v3/command", 201, "{\"id\":1}")
            .says("GET " + SERIES + "/lookup", 200, FOUND);

    @AfterEach
    void close() {
        system.close();
    }

    @Test
    void chosenSeasonsAreWatchedAndSearchedFor() {
        system.says("GET " + SERIES, 200, "[]")
                .answers(
                        "POST " + SERIES,
                        asked -> new Said(201, asked.json().put("id", 9).encode()));

        Outcome outcome = hand(Orders.series(1396, 81189, 2));

        assertThat(outcome).isEqualTo(new Taken(9, new Stage.Searching()));
        JsonObject sent = system.asked("POST " + SERIES).getFirst().json();
        assertThat(monitored(sent)).containsExactly(2);
        assertThat(sent.getMap())
                .containsEntry("tvdbId", 81189)
                .containsEntry("qualityProfileId", 4)
                .containsEntry("rootFolderPath", "/tv");
        assertThat(searched()).containsExactly(2);
    }

    @Test
    void seasonsAreOnlyEverAdded() {
        system.says("GET " + SERIES, 200, "[" + THERE + "]").says("PUT " + SERIES + "/9", 202, THERE);

        hand(Orders.series(1396, 81189, 1, 2));

        assertThat(monitored(system.asked("PUT " + SERIES + "/9").getFirst().json()))
                .containsExactly(1, 2);
        assertThat(searched()).containsExactly(2);
    }

    @Test
    void seasonsThatAreThereAreTakenOver() {
        system.says("GET " + SERIES, 200, "[" + THERE + "]");

        assertThat(hand(Orders.series(1396, 81189, 1))).isEqualTo(new Taken(9, new Stage.Imported()));
        assertThat(system.asked("PUT " + SERIES + "/9")).isEmpty();
        assertThat(searched()).isEmpty();
    }

    @Test
    void whoeverWasQuickerHasDoneTheSame() {
        AtomicInteger looks = new AtomicInteger();
        system.answers("GET " + SERIES, asked -> new Said(200, looks.getAndIncrement() == 0 ? "[]" : "[" + THERE + "]"))
                .says("POST " + SERIES, 400, """
                        [{"propertyName":"TvdbId","errorMessage":"This series has already been added","errorCode":"SeriesExistsValidator"}]""")
                .says("PUT " + SERIES + "/9", 202, THERE);

        assertThat(hand(Orders.series(1396, 81189, 2)))
                .isInstanceOfSatisfying(
                        Taken.class, taken -> assertThat(taken.externalId()).isEqualTo(9));
    }

    @Test
    void seriesWithoutTheTvdbsIdIsRefusedWithTheReason() {
        assertThat(hand(Orders.series(1396, null, 1)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).contains("TheTVDB"));
    }

    @Test
    void onlyTheWantedSeasonsOfTheQueueCount() {
        system.says("GET /api/v3/queue", 200, """
                {"totalRecords":3,"records":[
                 {"id":1,"seriesId":9,"seasonNumber":1,"size":100,"sizeleft":0,"status":"completed","trackedDownloadState":"importing","downloadId":"A"},
                 {"id":2,"seriesId":9,"seasonNumber":2,"size":1000,"sizeleft":500,"timeleft":"1.00:00:00","status":"downloading","trackedDownloadState":"downloading","downloadId":"PACK"},
                 {"id":3,"seriesId":9,"seasonNumber":2,"size":1000,"sizeleft":500,"timeleft":"1.00:00:00","status":"downloading","trackedDownloadState":"downloading","downloadId":"PACK"}]}""");
        Commission order = Orders.taken(Orders.series(1396, 81189, 2), SystemKind.SONARR, 9, new Stage.Searching());

        assertThat(sonarr.look(system.connection(SystemKind.SONARR, PLACE), List.of(order), one -> true)
                        .await()
                        .indefinitely())
                .containsEntry(order.requestId(), new Taken(9, new Stage.Downloading(50, 86400L)));
    }

    private List<Integer> searched() {
        return system.asked("POST /api/v3/command").stream()
                .map(ScriptedSystem.Asked::json)
                .filter(command -> command.getString("name").equals("SeasonSearch"))
                .map(command -> command.getInteger("seasonNumber"))
                .toList();
    }

    private static List<Integer> monitored(JsonObject series) {
        JsonArray seasons = series.getJsonArray("seasons");
        return seasons.stream()
                .map(JsonObject.class::cast)
                .filter(season -> season.getBoolean("monitored"))
                .map(season -> season.getInteger("seasonNumber"))
                .toList();
    }

    private Outcome hand(Commission order) {
        return sonarr.hand(system.connection(SystemKind.SONARR, PLACE), order, Orders.UNWRITTEN)
                .await()
                .indefinitely();
    }
}

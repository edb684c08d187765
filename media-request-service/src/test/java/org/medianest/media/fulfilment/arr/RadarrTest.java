package org.medianest.media.fulfilment.arr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.medianest.media.fulfilment.Commission;
import org.medianest.media.fulfilment.Orders;
import org.medianest.media.fulfilment.Outcome;
import org.medianest.media.fulfilment.Outcome.Refused;
import org.medianest.media.fulfilment.Outcome.Taken;
import org.medianest.media.fulfilment.Stage;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemKind;
import org.medianest.media.testing.MediaServiceTest;
import org.medianest.media.testing.ScriptedSystem;
import org.medianest.media.testing.ScriptedSystem.Said;

@MediaServiceTest
class RadarrTest {
    private static final String MOVIE = "/api/v3/movie";
    private static final String COMMAND = "/api/v3/command";
    private static final JsonObject PLACE =
            new JsonObject().put("qualityProfileId", 4).put("rootFolderPath", "/movies");
    private static final String WATCHED = """
            {"id":7,"tmdbId":603,"title":"The Title","hasFile":false,"monitored":true,"isAvailable":true,"tags":[3]}""";

    @Inject
    Radarr radarr;

    private final ScriptedSystem system = new ScriptedSystem().says("POST " + COMMAND, 201, "{\"id\":1}");

    @AfterEach
    void close() {
        system.close();
    }

    @Test
    void newFilmIsAddedAsTheAdminHasChosenAndSearchedFor() {
        system.says("GET " + MOVIE, 200, "[]").says("POST " + MOVIE, 201, WATCHED);

        Outcome outcome = hand(Orders.film(603), PLACE);

        assertThat(outcome).isEqualTo(new Taken(7, new Stage.Searching()));
        assertThat(system.asked("POST " + MOVIE)).singleElement().satisfies(asked -> {
            assertThat(asked.headers()).containsEntry("X-api-key", "key");
            assertThat(asked.json().getMap())
                    .containsEntry("tmdbId", 603)
                    .containsEntry("qualityProfileId", 4)
                    .containsEntry("rootFolderPath", "/movies")
                    .containsEntry("monitored", true);
            assertThat(asked.json().getJsonObject("addOptions").getBoolean("searchForMovie"))
                    .isTrue();
        });
    }

    @Test
    void filmThatIsThereIsTakenOver() {
        system.says("GET " + MOVIE, 200, "[" + WATCHED.replace("\"hasFile\":false", "\"hasFile\":true") + "]");

        assertThat(hand(Orders.film(603), PLACE)).isEqualTo(new Taken(7, new Stage.Imported()));
        assertThat(system.asked("POST " + COMMAND)).isEmpty();
    }

    @Test
    void filmThatNobodyWatchesIsWatchedAndSearchedForAndKeepsTheRest() {
        system.says("GET " + MOVIE, 200, "[" + WATCHED.replace("\"monitored\":true", "\"monitored\":false") + "]")
                .says("PUT " + MOVIE + "/7", 202, WATCHED);

        assertThat(hand(Orders.film(603), PLACE)).isEqualTo(new Taken(7, new Stage.Searching()));
        assertThat(system.asked("PUT " + MOVIE + "/7").getFirst().json()).isEqualTo(new JsonObject(WATCHED));
        assertThat(system.asked("POST " + COMMAND).getFirst().json())
                .isEqualTo(new JsonObject("{\"name\":\"MoviesSearch\",\"movieIds\":[7]}"));
    }

    @Test
    void watchedFilmIsSearchedForWhenItIsTriedAgain() {
        system.says("GET " + MOVIE, 200, "[" + WATCHED + "]");

        hand(Orders.film(603), PLACE);
        assertThat(system.asked("POST " + COMMAND)).isEmpty();
        hand(Orders.again(Orders.film(603)), PLACE);

        assertThat(system.asked("POST " + COMMAND)).hasSize(1);
    }

    @Test
    void whoeverWasQuickerHasDoneTheSame() {
        AtomicInteger looks = new AtomicInteger();
        system.answers(
                        "GET " + MOVIE,
                        asked -> new Said(200, looks.getAndIncrement() == 0 ? "[]" : "[" + WATCHED + "]"))
                .says("POST " + MOVIE, 400, """
                        [{"propertyName":"TmdbId","errorMessage":"This movie has already been added","attemptedValue":603,
                          "severity":"error","errorCode":"MovieExistsValidator"}]""");

        assertThat(hand(Orders.film(603), PLACE)).isEqualTo(new Taken(7, new Stage.Searching()));
    }

    @Test
    void refusalIsSaidInItsWords() {
        system.says("GET " + MOVIE, 200, "[]").says("POST " + MOVIE, 400, """
                [{"propertyName":"RootFolderPath","errorMessage":"Root folder '/movies' does not exist","errorCode":"RootFolderExistsValidator"}]""");

        assertThat(hand(Orders.film(603), PLACE))
                .isEqualTo(new Refused("Radarr does not take it: Root folder '/movies' does not exist"));
    }

    @Test
    void withoutAPlaceForItNothingIsAdded() {
        system.says("GET " + MOVIE, 200, "[]");

        assertThat(hand(Orders.film(603), new JsonObject())).isInstanceOf(Refused.class);
        assertThat(system.asked("POST " + MOVIE)).isEmpty();
    }

    @Test
    void answerThatIsNotUnderstoodIsNoAbsence() {
        system.says("GET " + MOVIE, 200, "[{\"tmdbId\":\"a number like 603\"}]");

        assertThatThrownBy(() -> hand(Orders.film(603), PLACE)).isInstanceOf(SystemDown.class);
        assertThat(system.asked("POST " + MOVIE)).isEmpty();
    }

    @Test
    void all35OfTheQueueShowProgressByThePagesOfTheQueueAlone() {
        system.answers(
                "GET /api/v3/queue",
                asked -> new Said(200, tenOf35(Integer.parseInt(asked.query().get("page")))));
        List<Commission> orders = IntStream.rangeClosed(1, 35)
                .mapToObj(id -> Orders.taken(Orders.film(1000 + id), SystemKind.RADARR, id, new Stage.Searching()))
                .toList();

        Map<UUID, Taken> seen = look(orders);

        assertThat(seen).hasSize(35);
        assertThat(seen.values())
                .allSatisfy(taken -> assertThat(taken.stage()).isEqualTo(new Stage.Downloading(75, 60L)));
        assertThat(system.asked("GET /api/v3/queue")).hasSize(4);
        assertThat(system.asked("GET " + MOVIE)).isEmpty();
    }

    @Test
    void whatHasLeftTheQueueIsAskedAbout() {
        system.says("GET /api/v3/queue", 200, "{\"totalRecords\":0,\"records\":[]}")
                .says("GET " + MOVIE, 200, "[" + WATCHED.replace("\"hasFile\":false", "\"hasFile\":true") + "]");
        Commission order = Orders.taken(Orders.film(603), SystemKind.RADARR, 7, new Stage.Downloading(99, 1L));

        Map<UUID, Taken> seen = radarr.look(system.connection(SystemKind.RADARR, PLACE), List.of(order), one -> false)
                .await()
                .indefinitely();

        assertThat(seen).containsEntry(order.requestId(), new Taken(7, new Stage.Imported()));
    }

    @Test
    void whatIsNotThereAnyMoreNeedsAttention() {
        system.says("GET /api/v3/queue", 200, "{\"totalRecords\":0,\"records\":[]}")
                .says("GET " + MOVIE, 200, "[]");
        Commission order = Orders.taken(Orders.film(603), SystemKind.RADARR, 7, new Stage.Searching());

        assertThat(look(List.of(order)).get(order.requestId()))
                .extracting(Taken::stage)
                .isInstanceOf(Stage.NeedsAttention.class);
    }

    /** As a server whose pages have ten lines, whatever one wishes. */
    private static String tenOf35(int page) {
        String lines = IntStream.rangeClosed(page * 10 - 9, Math.min(page * 10, 35))
                .mapToObj(id -> """
                        {"id":%d,"movieId":%d,"size":400,"sizeleft":100,"timeleft":"00:01:00","status":"downloading",
                         "trackedDownloadStatus":"ok","trackedDownloadState":"downloading","downloadId":"D%d"}""".formatted(id, id, id))
                .collect(Collectors.joining(","));
        return "{\"page\":%d,\"pageSize\":10,\"totalRecords\":35,\"records\":[%s]}".formatted(page, lines);
    }

    private Outcome hand(Commission order, JsonObject options) {
        return radarr.hand(system.connection(SystemKind.RADARR, options), order, Orders.UNWRITTEN)
                .await()
                .indefinitely();
    }

    private Map<UUID, Taken> look(List<Commission> orders) {
        return radarr.look(system.connection(SystemKind.RADARR, PLACE), orders, order -> true)
                .await()
                .indefinitely();
    }
}

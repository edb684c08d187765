package org.medianest.media.fulfilment.seerr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medianest.media.fulfilment.Commission;
import org.medianest.media.fulfilment.Orders;
import org.medianest.media.fulfilment.Outcome;
import org.medianest.media.fulfilment.Outcome.Refused;
import org.medianest.media.fulfilment.Outcome.Taken;
import org.medianest.media.fulfilment.Stage;
import org.medianest.media.system.KeyRefused;
import org.medianest.media.system.SystemKind;
import org.medianest.media.testing.MediaServiceTest;
import org.medianest.media.testing.ScriptedSystem;
import org.medianest.media.testing.ScriptedSystem.Said;

@MediaServiceTest
class SeerrTest {
    private static final String REQUEST = "/api/v1/request";
    private static final String NONE = "{\"pageInfo\":{\"results\":0},\"results\":[]}";

    @Inject
    Seerr seerr;

    private final ScriptedSystem system =
            new ScriptedSystem().says("POST " + REQUEST + "/12/approve", 200, request(2, 3, "[]"));

    @AfterEach
    void close() {
        system.close();
    }

    @Test
    void requestIsApprovedByTheKeysAccount() {
        system.says("POST " + REQUEST, 201, request(1, 2, "[]"));

        assertThat(hand(Orders.film(603))).isEqualTo(new Taken(12, new Stage.Searching()));
        assertThat(system.asked("POST " + REQUEST).getFirst().json().getMap())
                .containsEntry("mediaType", "movie")
                .containsEntry("mediaId", 603);
        assertThat(system.asked("POST " + REQUEST + "/12/approve")).hasSize(1);
    }

    @Test
    void filmThatWasAskedForBeforeIsTakenOver() {
        system.says("POST " + REQUEST, 409, "{\"message\":\"Request for this media already exists.\"}")
                .says("GET /api/v1/movie/603", 200, """
                        {"id":603,"mediaInfo":{"tmdbId":603,"status":2,"requests":[{"id":12,"status":1,"is4k":false}]}}""");

        assertThat(hand(Orders.film(603))).isEqualTo(new Taken(12, new Stage.Searching()));
        assertThat(system.asked("POST " + REQUEST + "/12/approve")).hasSize(1);
    }

    @Test
    void answer202IsNoRequest() {
        system.says("POST " + REQUEST, 202, "{\"message\":\"No seasons available to request\"}")
                .says("GET /api/v1/tv/1396", 200, """
                        {"id":1396,"mediaInfo":{"tmdbId":1396,"status":4,"seasons":[{"seasonNumber":1,"status":5}],"requests":[]}}""");

        assertThat(hand(Orders.series(1396, 81189, 1))).isEqualTo(new Taken(null, new Stage.Imported()));
    }

    @Test
    void quotaIsRefusedInItsWords() {
        system.says("POST " + REQUEST, 403, "{\"message\":\"Movie Quota exceeded.\"}");

        assertThat(hand(Orders.film(603))).isEqualTo(new Refused("Seerr does not take it: Movie Quota exceeded."));
    }

    @Test
    void badKeyIsNoMatterOfTheTitle() {
        system.says("POST " + REQUEST, 403, """
                {"status":403,"error":"You do not have permission to access this endpoint"}""");

        assertThatThrownBy(() -> hand(Orders.film(603))).isInstanceOf(KeyRefused.class);
    }

    @Test
    void failedRequestIsTriedAgain() {
        system.says("GET " + REQUEST + "/12", 200, request(4, 3, "[]"))
                .says("POST " + REQUEST + "/12/retry", 200, request(2, 3, "[]"));

        Commission order =
                Orders.again(Orders.taken(Orders.film(603), SystemKind.SEERR, 12, new Stage.NeedsAttention("failed")));

        assertThat(hand(order)).isEqualTo(new Taken(12, new Stage.Searching()));
        assertThat(system.asked("POST " + REQUEST + "/12/retry")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, Approved",
        "2, 3, Searching",
        "2, 5, Imported",
        "2, 6, NeedsAttention",
        "2, 7, NeedsAttention",
        "3, 1, Declined",
        "4, 3, NeedsAttention",
        "5, 5, Imported"
    })
    void statesOfBothWorldsAreOurs(int request, int media, String stage) {
        lists(
                request == 4 ? NONE : list(request(request, media, "[]")),
                request == 4 ? list(request(4, media, "[]")) : NONE);

        assertThat(lookAtFilm().stage().getClass().getSimpleName()).isEqualTo(stage);
    }

    @Test
    void progressIsThatOfItsDownloads() {
        lists(list(request(2, 3, """
                [{"externalId":7,"size":1000,"sizeLeft":400,"status":"downloading","timeLeft":"00:10:00","title":"A"}]""")), NONE);

        assertThat(lookAtFilm()).isEqualTo(new Taken(12, new Stage.Downloading(60, 600L)));
    }

    @Test
    void downloadInTroubleNeedsAttention() {
        lists(list(request(2, 3, """
                [{"externalId":7,"size":1000,"sizeLeft":400,"status":"warning","title":"A"}]""")), NONE);

        assertThat(lookAtFilm().stage()).isInstanceOf(Stage.NeedsAttention.class);
    }

    @Test
    void requestThatIsInNoListIsAskedAbout() {
        lists(NONE, NONE);
        system.says("GET " + REQUEST + "/12", 200, request(5, 5, "[]"));

        assertThat(lookAtFilm()).isEqualTo(new Taken(12, new Stage.Imported()));
    }

    @Test
    void requestThatWasDeletedNeedsAttention() {
        lists(NONE, NONE);

        assertThat(lookAtFilm().stage()).isInstanceOf(Stage.NeedsAttention.class);
    }

    @Test
    void approvalThatWasNotFinishedIsMadeUpFor() {
        lists(list(request(1, 2, "[]")), NONE);

        assertThat(lookAtFilm().stage()).isEqualTo(new Stage.Approved());
        assertThat(system.asked("POST " + REQUEST + "/12/approve")).hasSize(1);
    }

    @Test
    void filmAndSeriesOfOneNumberAreTwoThings() {
        lists(list(request(2, 5, "[]")), NONE);
        Commission series = Orders.taken(Orders.series(603, 81189, 1), SystemKind.SEERR, 13, new Stage.Searching());

        assertThat(look(series))
                .hasValueSatisfying(taken ->
                        assertThat(taken.stage()).isInstanceOf(Stage.NeedsAttention.class)); // there is no request 13
    }

    private void lists(String unavailable, String failed) {
        system.answers(
                "GET " + REQUEST,
                asked -> new Said(200, "failed".equals(asked.query().get("filter")) ? failed : unavailable));
    }

    private static String list(String request) {
        return "{\"pageInfo\":{\"results\":1},\"results\":[" + request + "]}";
    }

    private static String request(int status, int media, String downloads) {
        return """
                {"id":12,"status":%d,"type":"movie","is4k":false,"seasons":[],
                 "media":{"tmdbId":603,"mediaType":"movie","status":%d,"downloadStatus":%s}}""".formatted(status, media, downloads);
    }

    private Outcome hand(Commission order) {
        return seerr.hand(system.connection(SystemKind.SEERR, new JsonObject()), order, Orders.UNWRITTEN)
                .await()
                .indefinitely();
    }

    private Taken lookAtFilm() {
        return look(Orders.taken(Orders.film(603), SystemKind.SEERR, 12, new Stage.Searching()))
                .orElseThrow();
    }

    private Optional<Taken> look(Commission order) {
        Map<UUID, Taken> seen = seerr.look(
                        system.connection(SystemKind.SEERR, new JsonObject()), List.of(order), one -> true)
                .await()
                .indefinitely();
        return Optional.ofNullable(seen.get(order.requestId()));
    }
}

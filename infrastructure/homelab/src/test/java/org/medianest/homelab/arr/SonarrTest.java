package org.medianest.homelab.arr;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.WithHomelab;
import org.medianest.homelab.client.Http;
import org.medianest.homelab.system.SystemName;

class SonarrTest extends WithHomelab {
    private static final int DRAGNET = 910005;

    private static Http sonarr;

    @BeforeAll
    static void callSonarr() {
        sonarr = new Http(homelab.url(SystemName.SONARR), Map.of("X-Api-Key", "sonarr-key"));
    }

    @BeforeEach
    void emptyTheLibrary() {
        homelab.world().library().clear();
    }

    @Test
    void addedSeriesIsAnsweredWithItsSeasons() {
        Http.Answer answer = add("all", false);

        assertThat(answer.status()).isEqualTo(201);
        JsonObject series = answer.object();
        assertThat(series.getInteger("tvdbId")).isEqualTo(DRAGNET);
        assertThat(series.getInteger("tmdbId")).isEqualTo(9100005);
        assertThat(series.getBoolean("ended")).isTrue();
        JsonObject first = season(series, 1);
        assertThat(first.getBoolean("monitored")).isTrue();
        assertThat(first.getJsonObject("statistics").fieldNames())
                .contains("episodeFileCount", "episodeCount", "totalEpisodeCount", "sizeOnDisk", "percentOfEpisodes");
    }

    @Test
    void secondAddIsRefusedByAnArray() {
        add("none", false);

        Http.Answer answer = add("none", false);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.objects()).singleElement().satisfies(failure -> {
            assertThat(failure.getString("propertyName")).isEqualTo("TvdbId");
            assertThat(failure.getString("errorCode")).isEqualTo("SeriesExistsValidator");
        });
    }

    @Test
    void titleAndTvdbIdAreNeeded() {
        Http.Answer answer = sonarr.post(
                "/api/v3/series", new JsonObject().put("qualityProfileId", 4).put("rootFolderPath", "/tv"));

        assertThat(answer.objects())
                .extracting(failure -> failure.getString("errorCode"))
                .containsExactly("NotEmptyValidator", "GreaterThanValidator");
    }

    @Test
    void packIsOneRecordForEachEpisodeWithOneDownload() {
        JsonObject series = add("firstSeason", true).object();

        homelab.clock().advance(Pace.DEFAULT.search().plus(Pace.DEFAULT.queued()));

        List<JsonObject> details = sonarr.get(
                        "/api/v3/queue/details?seriesId=" + series.getInteger("id") + "&includeEpisode=true")
                .objects();
        int episodes = season(series, 1).getJsonObject("statistics").getInteger("totalEpisodeCount");
        assertThat(details).hasSize(episodes);
        assertThat(details)
                .extracting(record -> record.getString("downloadId"))
                .containsOnly(details.getFirst().getString("downloadId"));
        assertThat(details).extracting(record -> record.getInteger("episodeId")).doesNotHaveDuplicates();
        assertThat(details).allSatisfy(record -> {
            assertThat(record.getInteger("seasonNumber")).isEqualTo(1);
            assertThat(record.getJsonObject("episode").getInteger("seasonNumber"))
                    .isEqualTo(1);
        });
    }

    @Test
    void queueComesInPagesOfTenUnlessAskedOtherwise() {
        add("all", true);
        homelab.clock().advance(Pace.DEFAULT.search());

        JsonObject first = sonarr.get("/api/v3/queue").object();
        JsonObject second = sonarr.get("/api/v3/queue?page=2").object();
        JsonObject all = sonarr.get("/api/v3/queue?pageSize=1000").object();

        int total = first.getInteger("totalRecords");
        assertThat(total).isGreaterThan(10);
        assertThat(first.getJsonArray("records")).hasSize(10);
        assertThat(first.getInteger("pageSize")).isEqualTo(10);
        assertThat(first.getString("sortKey")).isEqualTo("timeleft");
        assertThat(first.getString("sortDirection")).isEqualTo("ascending");
        assertThat(all.getJsonArray("records")).hasSize(total);
        assertThat(ids(first)).doesNotContainAnyElementsOf(ids(second));
    }

    @Test
    void chosenSeasonIsSearchedAndArrives() {
        JsonObject series = sonarr.post(
                        "/api/v3/series",
                        body().put(
                                        "seasons",
                                        new JsonArray()
                                                .add(new JsonObject()
                                                        .put("seasonNumber", 1)
                                                        .put("monitored", false))
                                                .add(new JsonObject()
                                                        .put("seasonNumber", 2)
                                                        .put("monitored", true))))
                .object();
        sonarr.post(
                "/api/v3/command",
                new JsonObject()
                        .put("name", "SeasonSearch")
                        .put("seriesId", series.getInteger("id"))
                        .put("seasonNumber", 2));

        homelab.clock().advance(Duration.ofHours(1));

        JsonObject now = sonarr.get("/api/v3/series/" + series.getInteger("id")).object();
        assertThat(season(now, 2).getJsonObject("statistics").getDouble("percentOfEpisodes"))
                .isEqualTo(100.0);
        assertThat(season(now, 1).getJsonObject("statistics").getInteger("episodeFileCount"))
                .isZero();
        assertThat(homelab.world().files().under("/tv/Dragnet (1951)"))
                .hasSize(season(now, 2).getJsonObject("statistics").getInteger("totalEpisodeCount"))
                .allSatisfy(file -> assertThat(file.season()).isEqualTo(2));
    }

    @Test
    void singleEpisodesAreMonitoredAndFound() {
        int series = add("none", false).object().getInteger("id");
        JsonObject episode =
                sonarr.get("/api/v3/episode?seriesId=" + series).array().getJsonObject(0);
        JsonArray ids = new JsonArray().add(episode.getInteger("id"));

        Http.Answer monitored = sonarr.put(
                "/api/v3/episode/monitor",
                new JsonObject().put("episodeIds", ids).put("monitored", true));
        sonarr.post(
                "/api/v3/command", new JsonObject().put("name", "EpisodeSearch").put("episodeIds", ids));
        homelab.clock().advance(Duration.ofHours(1));

        assertThat(episode.getBoolean("monitored")).isFalse();
        assertThat(monitored.status()).isEqualTo(202);
        assertThat(sonarr.get("/api/v3/episode?seriesId=" + series).objects().stream()
                        .filter(one -> one.getBoolean("hasFile")))
                .singleElement()
                .satisfies(one -> assertThat(one.getInteger("id")).isEqualTo(episode.getInteger("id")));
    }

    @Test
    void pilotMonitorsOneEpisode() {
        int series = add("pilot", false).object().getInteger("id");

        assertThat(sonarr.get("/api/v3/episode?seriesId=" + series).objects().stream()
                        .filter(one -> one.getBoolean("monitored")))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.getInteger("seasonNumber")).isEqualTo(1);
                    assertThat(one.getInteger("episodeNumber")).isEqualTo(1);
                });
    }

    @Test
    void switchOfASeasonIsMovedByAChange() {
        JsonObject series = add("none", false).object();
        season(series, 2).put("monitored", true);

        Http.Answer answer = sonarr.put("/api/v3/series/" + series.getInteger("id"), series);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(season(answer.object(), 2).getBoolean("monitored")).isTrue();
        assertThat(sonarr.get("/api/v3/episode?seriesId=" + series.getInteger("id") + "&seasonNumber=2")
                        .objects())
                .allSatisfy(
                        episode -> assertThat(episode.getBoolean("monitored")).isTrue());
    }

    @Test
    void episodesNeedASeries() {
        assertThat(sonarr.get("/api/v3/episode").status()).isEqualTo(400);
        assertThat(sonarr.get("/api/v3/series/7").object().getString("message"))
                .isEqualTo("Series with ID 7 does not exist");
    }

    private static Http.Answer add(String monitor, boolean search) {
        return sonarr.post(
                "/api/v3/series",
                body().put(
                                "addOptions",
                                new JsonObject().put("monitor", monitor).put("searchForMissingEpisodes", search)));
    }

    private static JsonObject body() {
        return new JsonObject()
                .put("title", "Dragnet")
                .put("tvdbId", DRAGNET)
                .put("qualityProfileId", 4)
                .put("rootFolderPath", "/tv")
                .put("monitored", true);
    }

    private static JsonObject season(JsonObject series, int number) {
        return series.getJsonArray("seasons").stream()
                .map(JsonObject.class::cast)
                .filter(season -> season.getInteger("seasonNumber") == number)
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> ids(JsonObject page) {
        return page.getJsonArray("records").stream()
                .map(record -> ((JsonObject) record).getInteger("id"))
                .toList();
    }
}

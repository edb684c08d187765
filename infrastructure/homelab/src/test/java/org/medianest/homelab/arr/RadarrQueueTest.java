package org.medianest.homelab.arr;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RadarrQueueTest extends WithRadarr {
    @Test
    void movieGoesFromTheSearchToAFileInTheLibrary() {
        int id = add(NOSFERATU, true).object().getInteger("id");
        assertThat(queue().getInteger("totalRecords")).isZero();

        homelab.clock().advance(Pace.DEFAULT.search());
        JsonObject queued = queued();
        assertThat(queued.getString("status")).isEqualTo("queued");
        assertThat(queued.getInteger("movieId")).isEqualTo(id);
        assertThat(queued.getLong("sizeleft")).isEqualTo(queued.getLong("size"));
        assertThat(queued.containsKey("timeleft")).isFalse();

        homelab.clock().advance(Pace.DEFAULT.queued().plusSeconds(45));
        JsonObject downloading = queued();
        assertThat(downloading.getString("status")).isEqualTo("downloading");
        assertThat(downloading.getString("trackedDownloadState")).isEqualTo("downloading");
        assertThat(downloading.getString("timeleft")).matches("00:00:\\d\\d");
        assertThat(downloading.getLong("sizeleft")).isBetween(1L, downloading.getLong("size") - 1);
        assertThat(downloading.fieldNames())
                .contains(
                        "title",
                        "estimatedCompletionTime",
                        "added",
                        "trackedDownloadStatus",
                        "statusMessages",
                        "downloadId",
                        "protocol",
                        "downloadClient",
                        "indexer",
                        "outputPath");

        homelab.clock().advance(Duration.ofSeconds(46));
        assertThat(queued().getString("trackedDownloadState")).isEqualTo("importPending");
        assertThat(queued().getString("status")).isEqualTo("completed");

        homelab.clock().advance(Pace.DEFAULT.imports());
        assertThat(queue().getInteger("totalRecords")).isZero();
        JsonObject movie = radarr.get("/api/v3/movie/" + id).object();
        assertThat(movie.getBoolean("hasFile")).isTrue();
        assertThat(movie.getJsonObject("movieFile").getString("path")).startsWith(FOLDER + "/");
        assertThat(homelab.world().files().under(FOLDER)).hasSize(1);
        assertThat(radarr.get("/api/v3/history/movie?movieId=" + id).objects())
                .extracting(entry -> entry.getString("eventType"))
                .containsExactly("downloadFolderImported", "grabbed");
    }

    @Test
    void clockThatJumpsLeadsToTheSameAsOneThatRuns() {
        int id = add(NOSFERATU, true).object().getInteger("id");

        homelab.clock().advance(Duration.ofHours(1));

        assertThat(radarr.get("/api/v3/movie/" + id).object().getBoolean("hasFile"))
                .isTrue();
    }

    @Test
    void whatNobodyHasStaysMissing() {
        homelab.radarr().fate(NOSFERATU, Fate.NOTHING_FOUND);
        int id = add(NOSFERATU, true).object().getInteger("id");

        homelab.clock().advance(Duration.ofHours(1));

        assertThat(queue().getInteger("totalRecords")).isZero();
        assertThat(radarr.get("/api/v3/movie/" + id).object().getBoolean("hasFile"))
                .isFalse();
        assertThat(radarr.get("/api/v3/wanted/missing").object().getInteger("totalRecords"))
                .isEqualTo(1);
    }

    @Test
    void stalledDownloadHasNoTimeLeft() {
        homelab.radarr().fate(NOSFERATU, Fate.STALLS);
        add(NOSFERATU, true);

        homelab.clock().advance(Duration.ofHours(1));

        JsonObject stalled = queued();
        assertThat(stalled.getString("status")).isEqualTo("warning");
        assertThat(stalled.containsKey("timeleft")).isFalse();
        assertThat(stalled.getString("errorMessage")).contains("stalled");
        assertThat(stalled.getLong("sizeleft")).isPositive();
    }

    @Test
    void failedDownloadStaysInTheQueueUntilItIsRemoved() {
        homelab.radarr().fate(NOSFERATU, Fate.FAILS);
        add(NOSFERATU, true);

        homelab.clock().advance(Duration.ofHours(1));

        assertThat(queued().getString("status")).isEqualTo("failed");
        assertThat(queued().getString("trackedDownloadState")).isEqualTo("failed");
        assertThat(radarr.delete("/api/v3/queue/" + queued().getInteger("id")).status())
                .isEqualTo(200);
        assertThat(queue().getInteger("totalRecords")).isZero();
    }

    @Test
    void blockedImportWaitsForSomebodyToDecide() {
        homelab.radarr().fate(NOSFERATU, Fate.IMPORT_BLOCKED);
        int id = add(NOSFERATU, true).object().getInteger("id");

        homelab.clock().advance(Duration.ofHours(1));
        JsonObject blocked = queued();
        homelab.radarr().fate(NOSFERATU, Fate.ARRIVES);

        assertThat(blocked.getString("trackedDownloadState")).isEqualTo("importBlocked");
        assertThat(blocked.getString("trackedDownloadStatus")).isEqualTo("warning");
        assertThat(blocked.getJsonArray("statusMessages").getJsonObject(0).getJsonArray("messages"))
                .isNotEmpty();
        assertThat(radarr.get("/api/v3/movie/" + id).object().getBoolean("hasFile"))
                .isTrue();
    }

    @Test
    void whatIsNotOutYetIsFoundWhenItComesOut() {
        LocalDate soon =
                homelab.clock().now().atZone(ZoneOffset.UTC).toLocalDate().plusDays(3);
        homelab.radarr().homeRelease(NOSFERATU, soon);
        JsonObject added = add(NOSFERATU, true).object();
        homelab.clock().advance(Duration.ofHours(1));
        int before = queue().getInteger("totalRecords");

        homelab.clock().advance(Duration.ofDays(4));
        homelab.clock().advance(Duration.ofHours(1));

        assertThat(added.getBoolean("isAvailable")).isFalse();
        assertThat(added.getString("status")).isEqualTo("inCinemas");
        assertThat(before).isZero();
        assertThat(radarr.get("/api/v3/movie/" + added.getInteger("id"))
                        .object()
                        .getBoolean("hasFile"))
                .isTrue();
    }
}

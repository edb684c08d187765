package org.medianest.downloads.worker;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medianest.downloads.testing.LibraryFolder;
import org.medianest.downloads.testing.MediaServer;
import org.medianest.downloads.testing.ServiceTest;

/** The worker as it runs in the service. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus sets the addresses
class WorkerTest extends ServiceTest {
    @TestHTTPResource(value = "/health/ready", management = true)
    String readiness;

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    private final Person ada = Person.named("ada" + System.nanoTime());

    @Test
    void cancelIsFinalWithinASecondAndLeavesNothing() {
        String id = submitted(ada, MediaServer.url("/slow/50000/" + System.nanoTime() + "/v.mp4"));
        await().atMost(SOON).ignoreExceptions().until(() -> find(ada, id).getLong("progress.downloadedBytes") > 10_000);

        ada.asks().post(DOWNLOADS + "/" + id + "/cancel").then().statusCode(202).body("state", equalTo("CANCELLED"));

        await().atMost(Duration.ofSeconds(60)).until(() -> processesOf(id).isEmpty());
        await().atMost(SOON).until(() -> !java.nio.file.Files.exists(staging(id)));
        assertThat(filesOf(ada)).isEmpty();
        awaitEvents(id, "queued", "started", "cancelled");
    }

    @Test
    void cancelledDownloadCanBeAskedForAgainAtOnce() {
        String id = submitted(ada, MediaServer.url("/slow/300000/" + System.nanoTime() + "/v.mp4"));
        await().atMost(SOON).ignoreExceptions().until(() -> find(ada, id).getLong("progress.downloadedBytes") > 10_000);

        ada.asks().post(DOWNLOADS + "/" + id + "/cancel").then().statusCode(202);
        ada.asks().post(DOWNLOADS + "/" + id + "/retry").then().statusCode(202);

        completed(ada, id);
        assertThat(filesOf(ada)).hasSize(1);
    }

    @Test
    void onlySoManyRunAtOnce() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(submitted(ada, MediaServer.url("/slow/300000/" + System.nanoTime() + "/v.mp4")));
        }

        await().atMost(SOON).until(() -> {
            long running = ids.stream().filter(id -> !processesOf(id).isEmpty()).count();
            assertThat(running).isLessThanOrEqualTo(2);
            return ids.stream().allMatch(id -> find(ada, id).getString("state").equals("COMPLETED"));
        });
    }

    @Test
    void removedDownloadLeavesNothing() {
        String id = submitted(ada, MediaServer.url("/page"));
        completed(ada, id);
        assertThat(filesOf(ada)).hasSize(2);

        ada.asks().delete(DOWNLOADS + "/" + id).then().statusCode(204);

        assertThat(filesOf(ada)).isEmpty();
        assertThat(names(LibraryFolder.root().resolve(".thumbnails"))).noneMatch(name -> name.contains(id));
        awaitEvents(id, "queued", "started", "completed", "removed");
    }

    @Test
    void serviceIsReadyAndSaysWithWhat() {
        given().get(readiness)
                .then()
                .statusCode(200)
                .body(
                        "checks.find { it.name == 'downloader' }.data.'yt-dlp'",
                        org.hamcrest.Matchers.matchesPattern("\\d{4}\\.\\d\\d\\.\\d\\d.*"));
    }

    @Test
    void outcomesAreCounted() {
        completed(ada, submitted(ada, MediaServer.url("/v.mp4")));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(given().get(metrics).asString())
                        .contains("medianest_downloads_attempts_total{outcome=\"COMPLETED\"}")
                        .contains("medianest_downloads_running")
                        .contains("medianest_downloads_waiting")
                        .contains("medianest_downloads_oldest_seconds")
                        .contains("medianest_downloads_leases_expired_total")
                        .containsPattern("medianest_library_free_bytes [1-9]")
                        .contains("medianest_downloads_fetched_bytes_total"));
    }
}

package org.medianest.downloads.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.downloads.testing.LibraryFolder;
import org.medianest.downloads.testing.MediaServer;
import org.medianest.downloads.testing.ServiceTest;

/** The real yt-dlp against a site that misbehaves. */
@QuarkusTest
class FailedDownloadTest extends ServiceTest {
    private final Person ada = Person.named("ada" + System.nanoTime());

    @ParameterizedTest
    @CsvSource({"404, REMOVED", "410, REMOVED"})
    void goneForGoodIsTriedOnce(int status, String code) {
        String path = "/status/" + status + "/" + System.nanoTime() + ".mp4";

        String id = submitted(ada, MediaServer.url(path));

        JsonPath failed = failed(id, code);
        assertThat(failed.getBoolean("failure.retryable")).isFalse();
        assertThat(failed.getString("failure.message")).isEqualTo("There is no video at this link, or no longer.");
        assertThat(MediaServer.hits(path)).hasSize(1);
        assertThat(staging(id)).doesNotExist();
        awaitEvents(id, "queued", "started", "failed");
    }

    @Test
    void troubleThatPassesIsOutlived() {
        String id = submitted(ada, MediaServer.url("/flaky/3/" + System.nanoTime() + "/v.mp4"));

        completed(ada, id);
        assertThat(this.<Integer>sql("select failures from job where id = ?::uuid", id))
                .isEqualTo(3);
        awaitEvents(
                id, "queued", "started", "queued", "started", "queued", "started", "queued", "started", "completed");
    }

    @Test
    void troubleThatStaysIsGivenUpAfterSevenTries() {
        String path = "/status/503/" + System.nanoTime() + ".mp4";

        String id = submitted(ada, MediaServer.url(path));

        assertThat(failed(id, "NETWORK").getBoolean("failure.retryable")).isTrue();
        assertThat(MediaServer.hits(path)).hasSize(7);
    }

    @Test
    void siteThatAsksForPatienceGetsIt() {
        String path = "/status/429/" + System.nanoTime() + ".mp4";

        String id = submitted(ada, MediaServer.url(path));

        await().atMost(SOON).until(() -> "RATE_LIMITED".equals(find(ada, id).getString("failure.code")));
        assertThat(find(ada, id).getString("state")).isEqualTo("QUEUED");
        assertThat(this.<Boolean>sql(
                        "select not_before > now() + interval '11 minutes' from job where id = ?::uuid", id))
                .isTrue();
        assertThat(MediaServer.hits(path)).hasSize(1);
    }

    @Test
    void redirectIntoTheInnerNetworkReachesNothing() {
        String id = submitted(ada, MediaServer.url("/to?url=" + encoded(MediaServer.innerUrl("/secret.mp4"))));

        failed(id, "POLICY_BLOCKED");
        assertThat(MediaServer.innerHits()).isEmpty();
        assertThat(filesOf(ada)).isEmpty();
    }

    @Test
    void pageThatNamesAnInnerVideoReachesNothing() {
        String id = submitted(ada, MediaServer.url("/page?video=" + encoded(MediaServer.innerUrl("/secret.mp4"))));

        failed(id, "POLICY_BLOCKED");
        assertThat(MediaServer.innerHits()).isEmpty();
    }

    @Test
    void manifestThatNamesAnInnerSegmentReachesNothing() {
        String id = submitted(ada, MediaServer.url("/hls?segment=" + encoded(MediaServer.innerUrl("/secret.ts"))));

        failed(id, "POLICY_BLOCKED");
        assertThat(MediaServer.innerHits()).isEmpty();
        assertThat(filesOf(ada)).isEmpty();
    }

    @Test
    void pictureFromTheInnerNetworkIsNotFetched() {
        String id = submitted(ada, MediaServer.url("/page?thumb=" + encoded(MediaServer.innerUrl("/secret.png"))));

        assertThat(completed(ada, id).getString("thumbnailUrl")).isNull();
        assertThat(MediaServer.innerHits()).isEmpty();
    }

    @Test
    void listIsNotOneVideo() {
        failed(submitted(ada, MediaServer.url("/list")), "NOT_ONE_VIDEO");
    }

    @Test
    void videoThatIsTooShortIsNotKept() {
        String id = submitted(ada, MediaServer.url("/page?seconds=600"));

        failed(id, "BROKEN_FILE");
        assertThat(filesOf(ada)).isEmpty();
        assertThat(staging(id)).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../tmp/x",
                "..",
                ".",
                "/etc/passwd",
                "CON",
                "-rf",
                "--exec=id",
                "%(id)s",
                "$(touch /tmp/pwned)",
                "a\u0000b",
                "a\nb",
                "evil\u202Egpj.mp4",
                "<script>alert(1)</script>",
                "👍👍",
                "\u0301"
            })
    void evilTitleIsOnlyText(String title) {
        String id = submitted(ada, MediaServer.url("/page?title=" + encoded(title) + "&author=" + encoded(title)));

        JsonPath download = completed(ada, id);
        String name = download.getString("file.name");
        assertThat(filesOf(ada)).contains(name);
        assertThat(name).doesNotContain("/", "\n", "\u202E", "\u0000").endsWith("[" + id.substring(28) + "].mp4");
        assertThat(names(LibraryFolder.root()))
                .allMatch(folder -> folder.matches("\\.staging|\\.thumbnails|[a-z][a-z0-9.]*"));
    }

    @Test
    void longTitleIsCut() {
        String id = submitted(ada, MediaServer.url("/page?title=" + encoded("動".repeat(150))));

        String name = completed(ada, id).getString("file.name");
        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isBetween(100, 150);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.exe", "evil.html", "evil.svg", "evil.desktop", "evil.php", "evil.sh", "x.m3u8", "evil"})
    void strangeFileTypeIsNotKept(String file) {
        String id = submitted(ada, MediaServer.url("/named?file=" + file));

        JsonPath end = awaitState(ada, id, "FAILED", "COMPLETED");
        if (end.getString("state").equals("COMPLETED")) {
            assertThat(end.getString("file.name")).endsWith(".mp4"); // yt-dlp saw through it
        }
        assertThat(filesOf(ada)).allMatch(name -> name.endsWith(".mp4") || name.endsWith(".jpg"));
    }

    @Test
    void killedDownloaderIsReplacedAndGoesOnWhereItWas() {
        String path = "/slow/150000/" + System.nanoTime() + "/v.mp4";
        String id = submitted(ada, MediaServer.url(path));
        await().atMost(SOON)
                .ignoreExceptions()
                .until(() -> find(ada, id).getLong("progress.downloadedBytes") > 100_000);

        processesOf(id).forEach(ProcessHandle::destroyForcibly);

        completed(ada, id);
        assertThat(MediaServer.hits(path)).anyMatch(hit -> hit.matches(".* bytes=[1-9]\\d*-.*"));
        assertThat(this.<Integer>sql("select attempt from job where id = ?::uuid", id))
                .isEqualTo(2);
        assertThat(filesOf(ada)).filteredOn(name -> name.endsWith(".mp4")).hasSize(1);
    }

    @Test
    void failureIsSaidToThoseWhoListen() {
        String id = submitted(ada, MediaServer.url("/status/404/" + System.nanoTime() + ".mp4"));

        failed(id, "REMOVED");
        assertThat(OffsetDateTime.parse(find(ada, id).getString("finishedAt"))).isNotNull();
        assertThat(find(ada, id).getString("fileUrl")).isNull();
        ada.asks().get(DOWNLOADS + "/" + id + "/file").then().statusCode(404);
    }

    private JsonPath failed(String id, String code) {
        JsonPath download = awaitState(ada, id, "FAILED", "COMPLETED");
        assertThat(download.getString("failure.code")).as(download.prettify()).isEqualTo(code);
        return download;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

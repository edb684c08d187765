package org.medianest.downloads.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medianest.downloads.testing.MediaServer;
import org.medianest.downloads.testing.ServiceTest;

@QuarkusTest
class DownloadTest extends ServiceTest {
    @Test
    void videoLandsInTheFolderOfItsOwner() {
        Person ada = Person.named("ada");
        String title = URLEncoder.encode("Ünïcödé – 動画 1/2", StandardCharsets.UTF_8);

        String id = submitted(ada, MediaServer.url("/page?title=" + title));

        JsonPath download = completed(ada, id);
        String tail = id.substring(id.length() - 8);
        assertThat(download.getString("title")).isEqualTo("Ünïcödé – 動画 1/2");
        assertThat(download.getString("uploader")).isEqualTo("Some One");
        assertThat(download.getDouble("durationSeconds")).isEqualTo(10);
        assertThat(download.getString("file.name")).isEqualTo("Ünïcödé – 動画 1-2 [" + tail + "].mp4");
        assertThat(download.getString("file.mediaType")).isEqualTo("video/mp4");
        assertThat(download.getDouble("file.durationSeconds")).isBetween(9.5, 10.5);
        assertThat(filesOf(ada))
                .containsExactly("Ünïcödé – 動画 1-2 [" + tail + "].jpg", "Ünïcödé – 動画 1-2 [" + tail + "].mp4");
        assertThat(staging(id)).doesNotExist();
        awaitEvents(id, "queued", "started", "completed");
    }

    @Test
    void pictureIsServed() {
        Person ada = Person.named("ada.p");

        String id = submitted(ada, MediaServer.url("/page"));

        JsonPath download = completed(ada, id);
        ada.asks()
                .get(download.getString("thumbnailUrl"))
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("image/jpeg"));
    }

    @Test
    void audioIsTakenOutOfAVideo() {
        Person ada = Person.named("ada.audio");

        String id = submit(ada, Map.of("url", MediaServer.url("/page"), "quality", "AUDIO"))
                .statusCode(202)
                .extract()
                .path("id");

        JsonPath download = completed(ada, id);
        assertThat(download.getString("file.name")).endsWith(".m4a");
        assertThat(download.getString("file.mediaType")).isEqualTo("audio/mp4");
    }

    @Test
    void connectionThatBreaksOffIsContinuedWithARange() {
        Person ada = Person.named("ada.cut");

        String id = submitted(ada, MediaServer.url("/cut/v.mp4"));

        completed(ada, id);
        assertThat(MediaServer.hits("/cut/v.mp4")).anyMatch(hit -> hit.matches(".* bytes=[1-9]\\d*-.*"));
    }

    @Test
    void progressIsSeenWhileItRuns() {
        Person ada = Person.named("ada.slow");

        String id = submitted(ada, MediaServer.url("/slow/200000/v.mp4"));

        JsonPath running = await().atMost(SOON)
                .until(
                        () -> find(ada, id),
                        download -> download.get("progress.percent") != null
                                && download.getDouble("progress.percent") > 10);
        assertThat(running.getString("state")).isEqualTo("DOWNLOADING");
        assertThat(running.getLong("progress.totalBytes")).isPositive();
        completed(ada, id);
    }
}

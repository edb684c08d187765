package org.medianest.downloads.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medianest.downloads.testing.LibraryFolder;
import org.medianest.downloads.testing.MediaServer;
import org.medianest.downloads.testing.ServiceTest;

@QuarkusTest
class ProbeResourceTest extends ServiceTest {
    private final Person ada = Person.named("ada.probes");
    private final Person grace = Person.named("grace");

    @Test
    void linkIsDescribed() {
        JsonPath probe = seen(MediaServer.url("/page?title=" + encoded("Ünïcödé 動画")));

        assertThat(probe.getString("title")).isEqualTo("Ünïcödé 動画");
        assertThat(probe.getString("uploader")).isEqualTo("Some One");
        assertThat(probe.getDouble("durationSeconds")).isEqualTo(10);
        assertThat(probe.getString("extractor")).isEqualTo("generic");
        assertThat(probe.getList("qualities.quality", String.class)).containsExactly("BEST", "AUDIO");
    }

    @Test
    void pictureIsServedByUsAndToItsOwnerOnly() {
        String picture = seen(MediaServer.url("/page")).getString("thumbnailUrl");

        byte[] jpeg = ada.asks()
                .get(picture)
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .extract()
                .asByteArray();
        assertThat(jpeg).startsWith(0xFF, 0xD8, 0xFF);
        grace.asks().get(picture).then().statusCode(404).body("code", equalTo("PROBE_NOT_FOUND"));
    }

    @Test
    void linkWithoutAPictureHasNone() {
        probe(MediaServer.url("/v.mp4"))
                .statusCode(200)
                .body("thumbnailUrl", nullValue())
                .body("title", equalTo("v"));
    }

    @Test
    void videoItselfIsNotWaitedFor() {
        probe(MediaServer.url("/page?video=" + encoded("/slow/1000/" + System.nanoTime() + ".mp4")))
                .statusCode(200)
                .time(lessThan(20_000L));
    }

    @Test
    void downloadStartsWithWhatIsKnown() {
        String page = "/page?title=" + encoded("Known " + System.nanoTime());
        JsonPath probe = seen(MediaServer.url(page));

        JsonPath download = submit(
                        ada, Map.of("url", MediaServer.url(page), "quality", "BEST", "probeId", probe.getString("id")))
                .statusCode(202)
                .extract()
                .jsonPath();

        assertThat(download.getString("title")).isEqualTo(probe.getString("title"));
        assertThat(download.getDouble("durationSeconds")).isEqualTo(10);
        ada.asks()
                .get(download.getString("thumbnailUrl"))
                .then()
                .statusCode(200)
                .contentType("image/jpeg");
        completed(ada, download.getString("id"));
        assertThat(MediaServer.hits(page.substring(0, 20))).isNotEmpty();
        assertThat(pageHits(page)).as("the page is asked once, by the probe").isEqualTo(1);
    }

    @Test
    void knowledgeThatDoesNotHoldIsReplaced() {
        String key = "second-fails/" + System.nanoTime();
        String page = "/page?video=" + encoded("/" + key + "/v.mp4") + "&title=" + encoded(key);
        String probeId = seen(MediaServer.url(page)).getString("id");

        String id = submit(ada, Map.of("url", MediaServer.url(page), "quality", "BEST", "probeId", probeId))
                .statusCode(202)
                .extract()
                .path("id");

        completed(ada, id);
    }

    @Test
    void probeOfAnotherPersonOrLinkIsOfNoUse() {
        String probeId = seen(MediaServer.url("/page?title=Secret")).getString("id");

        JsonPath others = submit(
                        grace,
                        Map.of("url", MediaServer.url("/page?title=Secret"), "quality", "BEST", "probeId", probeId))
                .statusCode(202)
                .extract()
                .jsonPath();
        JsonPath another = submit(ada, Map.of("url", MediaServer.url("/v.mp4"), "quality", "BEST", "probeId", probeId))
                .statusCode(202)
                .extract()
                .jsonPath();

        assertThat(others.getString("title")).isNull();
        assertThat(another.getString("title")).isNull();
    }

    @Test
    void failureIsASentence() {
        failed("/status/404/x.mp4").body("detail", equalTo("There is no video at this link, or no longer."));
        failed("/list")
                .body(
                        "detail",
                        equalTo(
                                "This link leads to a list and not to one video. Open the video that you want and copy its link."));
        failed("/to?url=" + encoded(MediaServer.innerUrl("/secret.mp4")))
                .body("detail", equalTo("This link is not on the list of what may be downloaded here."));
        assertThat(MediaServer.innerHits()).isEmpty();
    }

    @Test
    void failedProbeLeavesNothing() {
        List<String> before = names(LibraryFolder.root().resolve(".staging/probes"));

        failed("/status/404/y.mp4");

        assertThat(names(LibraryFolder.root().resolve(".staging/probes"))).isEqualTo(before);
    }

    private ValidatableResponse failed(String path) {
        return probe(MediaServer.url(path)).statusCode(422).body("code", equalTo("PROBE_FAILED"));
    }

    private JsonPath seen(String url) {
        return probe(url).statusCode(200).extract().jsonPath();
    }

    private ValidatableResponse probe(String url) {
        return ada.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("url", url))
                .post(DOWNLOADS + "/probes")
                .then();
    }

    private static long pageHits(String page) {
        return MediaServer.hits(page).size();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

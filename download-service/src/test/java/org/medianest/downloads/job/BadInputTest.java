package org.medianest.downloads.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.downloads.testing.MediaServer;
import org.medianest.downloads.testing.QueueOnly;
import org.medianest.downloads.testing.ServiceTest;

/** Each gets a problem document, and changes nothing. */
@QuarkusTest
@TestProfile(QueueOnly.class)
class BadInputTest extends ServiceTest {
    private static final String GOOD = "\"url\": \"https://youtu.be/dQw4w9WgXcQ\", \"quality\": \"BEST\"";

    private final Person ada = Person.named("ada");

    static Stream<Arguments> bodies() {
        return Stream.of(
                body("", 400),
                body("{", 400),
                body("[]", 400),
                body("null", 400),
                body("\"text\"", 400),
                body("{}", 400, "VALIDATION_FAILED"),
                body("{\"url\": \"https://youtu.be/dQw4w9WgXcQ\"}", 400, "VALIDATION_FAILED"),
                body("{\"quality\": \"BEST\"}", 400, "VALIDATION_FAILED"),
                body("{\"url\": null, \"quality\": null}", 400, "VALIDATION_FAILED"),
                body("{\"url\": \"\", \"quality\": \"BEST\"}", 400, "VALIDATION_FAILED"),
                body("{\"url\": \"   \", \"quality\": \"BEST\"}", 400),
                body("{\"url\": 5, \"quality\": \"BEST\"}", 400, "VALIDATION_FAILED"),
                body("{\"url\": true, \"quality\": \"BEST\"}", 400, "VALIDATION_FAILED"),
                body("{\"url\": [\"x\"], \"quality\": \"BEST\"}", 400, "VALIDATION_FAILED"),
                body("{\"url\": {\"a\": 1}, \"quality\": \"BEST\"}", 400, "VALIDATION_FAILED"),
                body("{\"url\": \"https://youtu.be/dQw4w9WgXcQ\", \"quality\": \"best\"}", 400, "VALIDATION_FAILED"),
                body("{\"url\": \"https://youtu.be/dQw4w9WgXcQ\", \"quality\": \"\"}", 400, "VALIDATION_FAILED"),
                body("{\"url\": \"https://youtu.be/dQw4w9WgXcQ\", \"quality\": 0}", 400, "VALIDATION_FAILED"),
                body(
                        "{\"url\": \"https://youtu.be/dQw4w9WgXcQ\", \"quality\": \"BEST\\u0000\"}",
                        400,
                        "VALIDATION_FAILED"),
                body(
                        "{\"url\": \"https://youtu.be/dQw4w9WgXcQ\", \"quality\": \"BEST\\u202e\"}",
                        400,
                        "VALIDATION_FAILED"),
                body("{" + GOOD + ", \"probeId\": \"x\"}", 400, "VALIDATION_FAILED"),
                body("{" + GOOD + ", \"probeId\": 7}", 400, "VALIDATION_FAILED"),
                body("{" + GOOD + ", \"probeId\": {}}", 400, "VALIDATION_FAILED"),
                body("{" + GOOD + ", \"owner\": \"somebody\"}", 400, "UNKNOWN_FIELD"),
                body("{" + GOOD + ", \"state\": \"COMPLETED\"}", 400, "UNKNOWN_FIELD"),
                body("{" + GOOD + ", \"a\\u0000\\u202e\": 1}", 400, "UNKNOWN_FIELD"),
                body("{" + GOOD + ", \"quality\": \"AUDIO\"}", 400),
                body("{" + GOOD + "} {}", 400),
                body("{" + GOOD + ", \"x\": " + "[".repeat(5_000) + "}", 400),
                body("\uFEFF{" + GOOD, 400),
                body("{\"url\": \"" + "a".repeat(10 << 20) + "\", \"quality\": \"BEST\"}", 413, "TOO_LARGE"),
                body("{" + GOOD + ", \"quality\": \"" + "B".repeat(10 << 20) + "\"}", 413, "TOO_LARGE"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void badBodyIsRefused(String body, int status, String code) {
        long before = rows();

        ValidatableResponse answer = post(DOWNLOADS, body);

        refused(answer, status, code);
        assertThat(rows()).isEqualTo(before);
    }

    static Stream<Arguments> links() {
        return Stream.of(
                link("-oProc", "LINK_INVALID"),
                link("--exec=touch /tmp/x", "LINK_INVALID"),
                link("https://example.org/a b", "LINK_INVALID"),
                link("https://example.org/\\u0007", "LINK_INVALID"),
                link("https://example.org/\\n--exec", "LINK_INVALID"),
                link("https://example.org/\\u0000", "LINK_INVALID"),
                link("https://example.org/\\u202egpj.mp4", "LINK_INVALID"),
                link("https://example.org/\\ud800", "LINK_INVALID"),
                link("https://" + "a".repeat(20_000), "LINK_INVALID"),
                link("nothing", "LINK_INVALID"),
                link("https://no.such.host.invalid/v", "LINK_INVALID"),
                link("file:///etc/passwd", "LINK_NOT_ALLOWED"),
                link("ytsearch:cats", "LINK_NOT_ALLOWED"),
                link("https://user:secret@example.org/", "LINK_NOT_ALLOWED"),
                link("http://127.0.0.1/v.mp4", "LINK_NOT_ALLOWED"),
                link("http://localhost:8083/q/health", "LINK_NOT_ALLOWED"),
                link("http://0x7f000001/", "LINK_NOT_ALLOWED"),
                link("http://[::1]/", "LINK_NOT_ALLOWED"),
                link("http://192.168.1.1/", "LINK_NOT_ALLOWED"),
                link("http://169.254.169.254/latest/meta-data/", "LINK_NOT_ALLOWED"),
                link("https://example.org:22/", "LINK_NOT_ALLOWED"),
                link("https://www.youtube.com/playlist?list=PLabc", "PROBE_FAILED"));
    }

    @ParameterizedTest
    @MethodSource("links")
    void badLinkIsRefusedWhereverItIsSent(String link, String code) {
        long before = rows();
        int status = code.equals("PROBE_FAILED") ? 422 : 400;

        refused(post(DOWNLOADS, "{\"url\": \"" + link + "\", \"quality\": \"BEST\"}"), status, code);
        refused(post(DOWNLOADS + "/probes", "{\"url\": \"" + link + "\"}"), status, code);

        assertThat(rows()).isEqualTo(before);
        assertThat(MediaServer.innerHits()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', VALIDATION_FAILED",
        "'{\"url\": null}', VALIDATION_FAILED",
        "'{\"url\": 1}', VALIDATION_FAILED",
        "'{\"url\": \"https://youtu.be/dQw4w9WgXcQ\", \"x\": 1}', UNKNOWN_FIELD",
        "'{', MALFORMED_JSON",
    })
    void badProbeIsRefused(String body, String code) {
        refused(post(DOWNLOADS + "/probes", body), 400, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "é", "a\tb"})
    void badIdempotencyKeyIsRefused(String key) {
        long before = rows();

        int status = ada.asks()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{" + GOOD + "}")
                .post(DOWNLOADS)
                .statusCode();

        assertThat(status).isEqualTo(400);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void longIdempotencyKeyIsRefused() {
        ada.asks()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "k".repeat(256))
                .body("{" + GOOD + "}")
                .post(DOWNLOADS)
                .then()
                .statusCode(400)
                .body("code", equalTo("VALIDATION_FAILED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml"})
    void otherMediaTypeIsRefused(String type) {
        ada.asks()
                .header("Content-Type", type)
                .body("{" + GOOD + "}")
                .post(DOWNLOADS)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=-1", "cursor=x", "cursor=%00", "cursor=AAAA"})
    void pageThatDoesNotExistIsRefused(String query) {
        refused(ada.asks().get(DOWNLOADS + "?" + query).then(), 400, "VALIDATION_FAILED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=abc", "limit=99999999999", "limit=1e1", "limit=%00", "cursor=a&limit=b"})
    void limitThatIsNoNumberIsRefused(String query) {
        ValidatableResponse answer = ada.asks().get(DOWNLOADS + "?" + query).then();

        refused(answer, 400, "VALIDATION_FAILED");
        answer.body("violations.field", contains("limit"))
                .body("violations.message", contains("must be a whole number"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0", "..%2f..%2fetc", "%00", "00000000-0000-0000-0000-000000000000", "' or 1=1 --"})
    void idThatIsNoneIsNotFound(String id) {
        for (String path : List.of("", "/file", "/thumbnail")) {
            int status = ada.asks()
                    .urlEncodingEnabled(!id.contains("%"))
                    .get(DOWNLOADS + "/" + id + path)
                    .statusCode();

            assertThat(status).isIn(400, 404);
        }
    }

    private ValidatableResponse post(String path, String body) {
        return ada.asks().contentType(ContentType.JSON).body(body).post(path).then();
    }

    private static void refused(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("detail", not(containsString("org.medianest")))
                .body("detail", not(containsString("Exception")));
        if (code != null) {
            answer.body("code", equalTo(code));
        }
    }

    private long rows() {
        return this.<Long>sql(
                "select (select count(*) from job) + (select count(*) from probe) + (select count(*) from outbox)"
                        + " + (select count(*) from idempotency_key)");
    }

    private static Arguments body(String body, int status) {
        return Arguments.of(body, status, null);
    }

    private static Arguments body(String body, int status, String code) {
        return Arguments.of(body, status, code);
    }

    private static Arguments link(String link, String code) {
        return Arguments.of(link, code);
    }
}

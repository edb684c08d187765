package org.medianest.compose.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.compose.nginx.RawHttp.Answer;

/** What nginx serves by itself, and how. */
interface ServingTest extends Site {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/downloads", "/downloads/0198a1b2?tab=all", "/index.html"})
    default void pathsOfTheWebUiGiveItsPageWhichIsAskedForEachTime(String path) throws IOException {
        Answer page = site().get(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("<title>MediaNest</title>");
        assertThat(page.header("Cache-Control")).contains("no-cache");
        assertThat(page.header("Content-Type")).contains("text/html; charset=utf-8");
    }

    @Test
    default void assetsAreKeptForeverAndComeCompressed() throws IOException {
        Answer plain = site().get("/assets/app-4f7k.js");
        Answer compressed = site().get("/assets/app-4f7k.js", "Accept-Encoding: br, gzip");

        assertThat(plain.header("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(plain.header("Content-Type")).contains("text/javascript; charset=utf-8");
        assertThat(plain.body()).isEqualTo("console.log('nest')");
        assertThat(compressed.header("Content-Encoding")).contains("gzip");
        assertThat(compressed.header("Vary")).contains("Accept-Encoding");
    }

    @Test
    default void textThatTheBuildDidNotCompressIsCompressedHere() throws IOException {
        Answer words = site().get("/assets/words-77ab.json", "Accept-Encoding: gzip");

        assertThat(words.status()).isEqualTo(200);
        assertThat(words.header("Content-Encoding")).contains("gzip");
    }

    @Test
    default void answersOfTheApiAreNotCompressed() throws IOException {
        gateway()
                .answer("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5002\r\n\r\n\"%s\""
                        .formatted("x".repeat(5000)));

        Answer answer = site().get("/api/v1/downloads", "Accept-Encoding: gzip");

        assertThat(answer.header("Content-Encoding")).isEmpty();
        assertThat(answer.body()).hasSize(5002);
    }

    @Test
    default void missingAssetIsAProblemAndNotThePage() throws IOException {
        Answer missing = site().get("/assets/gone-1234.js");

        Problems.assertProblem(missing, 404, "NOT_FOUND");
        assertThat(missing.header("Cache-Control")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/assets/app-4f7k.js",
                "/assets/none",
                "/api/v1/auth/setup",
                "/ws/v1/events",
                "/q/health",
                "/a;b"
            })
    default void everyAnswerCarriesTheSecurityHeadersOnce(String path) throws IOException {
        Answer answer = site().get(path);

        Problems.assertSecurityHeaders(answer);
        assertThat(answer.count("Strict-Transport-Security")).isEqualTo(scheme().equals("https") ? 1 : 0);
        assertThat(answer.header("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("Server")).contains("nginx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "DELETE", "TRACE"})
    default void webUiIsOnlyRead(String method) throws IOException {
        Problems.assertProblem(site().send(method, "/", ""), 405, "METHOD_NOT_ALLOWED");
    }
}

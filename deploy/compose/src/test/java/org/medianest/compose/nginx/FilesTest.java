package org.medianest.compose.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.compose.nginx.RawHttp.Answer;

/** Finished downloads, which nginx sends when a service has named them. */
class FilesTest {
    private static final String FILE = "/api/v1/downloads/0198a1b2-7f00-7000-8000-000000000001/file";
    private static final String CONTENT = "0123456789".repeat(1000);

    @TempDir
    static Path temporary;

    private static Path library;
    private static Edge edge;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        library = Files.createDirectories(temporary.resolve("the library"));
        Files.createDirectories(library.resolve("ada"));
        Files.writeString(library.resolve("ada/film.mp4"), CONTENT);
        Files.writeString(library.resolve("ada/film.mp4.gz"), "not this one");
        Files.writeString(temporary.resolve("secret.mp4"), "SECRET");
        Files.createSymbolicLink(library.resolve("ada/link.mp4"), temporary.resolve("secret.mp4"));
        edge = Edge.tls(temporary, Map.of("DOWNLOADS_ROOT", library.toString()));
    }

    @AfterAll
    static void stop() throws IOException {
        edge.close();
    }

    @BeforeEach
    void serviceNamesTheFilm() {
        name("/protected-files/ada/film.mp4");
    }

    @Test
    void fileIsSentAsTheServiceDescribedIt() throws IOException {
        Answer answer = edge.https().get(FILE, "Accept-Encoding: gzip");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(CONTENT);
        assertThat(answer.header("Content-Type")).contains("video/mp4");
        assertThat(answer.header("Content-Disposition")).contains("inline; filename=\"film.mp4\"");
        assertThat(answer.header("Cache-Control")).contains("private, no-cache");
        assertThat(answer.header("Content-Encoding")).isEmpty();
        assertThat(answer.count("Accept-Ranges")).isEqualTo(1);
        assertThat(answer.head()).doesNotContain("X-Accel", "protected-files");
    }

    @Test
    void nothingThatIsOpenedFromThereMayRun() throws IOException {
        Answer answer = edge.https().get(FILE);

        assertThat(answer.head())
                .contains(
                        "\r\nContent-Security-Policy: sandbox\r\n", "\r\nContent-Security-Policy: default-src 'self';");
        assertThat(answer.count("Content-Security-Policy")).isEqualTo(2);
        for (String name : new String[] {
            "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Strict-Transport-Security"
        }) {
            assertThat(answer.count(name)).as(name).isEqualTo(1);
        }
    }

    @Test
    void partIsSentToThoseWhoHoldTheSameFile() throws IOException {
        String etag = edge.https().get(FILE).header("ETag").orElseThrow();

        Answer part = edge.https().get(FILE, "Range: bytes=9995-", "If-Range: " + etag);
        Answer changed = edge.https().get(FILE, "Range: bytes=9995-", "If-Range: \"other\"");

        assertThat(part.status()).isEqualTo(206);
        assertThat(part.header("Content-Range")).contains("bytes 9995-9999/10000");
        assertThat(part.header("Content-Type")).contains("video/mp4");
        assertThat(part.body()).isEqualTo("56789");
        assertThat(changed.status()).isEqualTo(200);
    }

    @Test
    void partThatIsNotThereIsUnsatisfiable() throws IOException {
        Answer answer = edge.https().get(FILE, "Range: bytes=10000-");

        assertThat(answer.status()).isEqualTo(416);
        assertThat(answer.header("Content-Range")).contains("bytes */10000");
    }

    @Test
    void fileThatIsKnownIsNotSentAgain() throws IOException {
        String etag = edge.https().get(FILE).header("ETag").orElseThrow();

        assertThat(edge.https().get(FILE, "If-None-Match: " + etag).status()).isEqualTo(304);
    }

    @Test
    void headTellsTheSizeOnly() throws IOException {
        Answer answer = edge.https().send("HEAD", FILE, "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).contains("10000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100% \"動画\" #1? [x]; a+b.mp4",
                "it's & <b> = ~.mp4",
                "%2e%2e%2fsecret.mp4",
                "back\\slash.mp4",
                "Ä ö ß é 🎬.webm",
                "..dots...mp4"
            })
    void namesThatNeedEncodingAreFound(String name) throws IOException {
        Files.writeString(library.resolve("ada").resolve(name), name);
        name("/protected-files/ada/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));

        Answer answer = edge.https().get(FILE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/protected-files/../secret.mp4",
                "/protected-files/ada/../../secret.mp4",
                "/protected-files/ada/%2e%2e/%2e%2e/secret.mp4",
                "/protected-files/ada/link.mp4",
                "/protected-files/ada/gone.mp4",
                "/protected-files/ada/",
                "/protected-files/"
            })
    void nothingButAFileOfTheLibraryIsSent(String place) throws IOException {
        name(place);

        Answer answer = edge.https().get(FILE);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("SECRET").contains("\"code\":\"NOT_FOUND\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/protected-files/ada/film.mp4", "/protected-files/", "/protected-files"})
    void nobodyCanAskForAFileDirectly(String path) throws IOException {
        edge.gateway().forget();

        Answer answer = edge.https().get(path);

        assertThat(answer.body()).doesNotContain("0123456789");
        if (!path.equals("/protected-files")) {
            Problems.assertProblem(answer, 404, "NOT_FOUND");
        }
        assertThat(edge.gateway().sawNothing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/downloads", "/api/v1/media/film/file", "/api/v1/downloads/x/file/y", "/ws/v1/events"})
    void noOtherAddressCanSendNginxForAFile(String path) throws IOException {
        assertThat(edge.https().get(path).body()).isEqualTo("{}");
    }

    @Test
    void refusalOfTheServicePassesUnchanged() throws IOException {
        edge.gateway()
                .answer("HTTP/1.1 404 Not Found\r\n"
                        + "Content-Type: application/problem+json\r\n"
                        + "Content-Length: 4\r\n\r\n"
                        + "mine");

        assertThat(edge.https().get(FILE).body()).isEqualTo("mine");
    }

    private static void name(String place) {
        edge.gateway()
                .answer(FakeGateway.ok("Content-Disposition: inline; filename=\"film.mp4\"\r\n"
                                + "Cache-Control: private, no-cache\r\n"
                                + "X-Content-Type-Options: nosniff\r\n"
                                + "Content-Security-Policy: default-src 'self'\r\n"
                                + "Content-Security-Policy: sandbox\r\n"
                                + "X-Accel-Redirect: " + place + "\r\n")
                        .replace("application/json", "video/mp4"));
    }
}

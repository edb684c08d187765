package org.medianest.compose.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.compose.nginx.RawHttp.Answer;
import org.medianest.compose.testing.Commands;
import org.medianest.compose.testing.Commands.Outcome;
import org.medianest.compose.testing.Machine;

/** What https speaks, what http says instead, and who is not served at all. */
class TlsTest {
    @TempDir
    static Path temporary;

    private static Edge edge;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        edge = Edge.tls(temporary, Map.of("PUBLIC_PORT", "8443"));
        Path challenges = Files.createDirectories(temporary.resolve("nginx/acme/.well-known/acme-challenge"));
        Files.writeString(challenges.resolve("token-1"), "token-1.thumbprint");
    }

    @AfterAll
    static void stop() throws IOException {
        edge.close();
    }

    @ParameterizedTest
    @CsvSource({"-tls1_2, TLSv1.2", "-tls1_3, TLSv1.3"})
    void goodVersionsAreSpoken(String option, String version) throws IOException, InterruptedException {
        assertThat(handshake(option).output()).contains("New, " + version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1", "-tls1_1"})
    void oldVersionsAreRefused(String option) throws IOException, InterruptedException {
        Outcome handshake = handshake(option, "-cipher", "ALL:@SECLEVEL=0");

        assertThat(handshake.code()).isNotZero();
        assertThat(handshake.output()).contains("alert protocol version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AES128-GCM-SHA256", "ECDHE-ECDSA-AES128-SHA256", "ECDHE-ECDSA-AES256-SHA"})
    void weakSuitesAreRefused(String suite) throws IOException, InterruptedException {
        Outcome handshake = handshake("-tls1_2", "-cipher", suite + ":@SECLEVEL=0");

        assertThat(handshake.code()).isNotZero();
        assertThat(handshake.output()).contains("alert handshake failure");
    }

    @Test
    void noTicketsAreGivenOut() throws IOException, InterruptedException {
        assertThat(handshake("-tls1_2").output()).contains("Master-Key").doesNotContain("TLS session ticket:");
    }

    @Test
    void http2IsSpoken() throws IOException, InterruptedException {
        String answer = curl("/", "--http2", "--include");

        assertThat(answer).startsWith("HTTP/2 200").contains("<title>MediaNest</title>", "strict-transport-security");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/users;x", "/api/%2e%2e/internal", "//api", "/api/v1%2Fusers", "/api/../internal"})
    void oddPathsAreRefusedThroughHttp2(String path) throws IOException, InterruptedException {
        edge.gateway().forget();

        String answer = curl(path, "--http2", "--path-as-is", "--include");

        assertThat(answer).startsWith("HTTP/2 400").contains("application/problem+json", "x-content-type-options");
        assertThat(edge.gateway().sawNothing()).isTrue();
    }

    @Test
    void browsersAreToldToStayWithHttpsForAYear() throws IOException {
        assertThat(edge.https().get("/").header("Strict-Transport-Security"))
                .contains("max-age=31536000; includeSubDomains");
        assertThat(edge.http().get("/").header("Strict-Transport-Security")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nest.example", "www.nest.example"})
    void httpLeadsToHttps(String name) throws IOException {
        Answer answer = edge.http().named(name).get("/downloads?tab=all%20of");

        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("Location")).contains("https://" + name + ":8443/downloads?tab=all%20of");
        Problems.assertSecurityHeaders(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/auth/sessions", "/api", "/ws/v1/events"})
    void programsAreNotLedToHttpsButToldThatTheySpokeInClear(String path) throws IOException {
        edge.gateway().forget();

        Problems.assertProblem(edge.http().send("POST", path, "{\"password\":\"x\"}"), 403, "HTTPS_REQUIRED");
        assertThat(edge.gateway().sawNothing()).isTrue();
    }

    @Test
    void oddPathsAreRefusedBeforeTheyLeadAnywhere() throws IOException {
        Problems.assertProblem(edge.http().get("//evil.example/%2e%2e"), 400, "BAD_REQUEST");
        Problems.assertProblem(edge.http().get("/.well-known/acme-challenge/..%2ftoken-1"), 400, "BAD_REQUEST");
    }

    @Test
    void challengesOfTheAuthorityAreAnsweredInClear() throws IOException {
        Answer answer = edge.http().get("/.well-known/acme-challenge/token-1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("token-1.thumbprint");
        Problems.assertSecurityHeaders(answer);
        Problems.assertProblem(edge.http().get("/.well-known/acme-challenge/token-2"), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"other.example", "127.0.0.1", "nest.example.evil.example"})
    void otherNamesAreMisdirected(String name) throws IOException {
        edge.gateway().forget();

        for (RawHttp door : List.of(edge.http(), edge.https())) {
            Problems.assertProblem(door.named(name).get("/"), 421, "UNKNOWN_HOST");
            Problems.assertProblem(door.named(name).get("/api/v1/auth/me"), 421, "UNKNOWN_HOST");
            Problems.assertProblem(door.named(name).get("/.well-known/acme-challenge/token-1"), 421, "UNKNOWN_HOST");
        }
        assertThat(edge.gateway().sawNothing()).isTrue();
    }

    @Test
    void clearTextOnThePortOfTlsIsAProblem() throws IOException {
        Problems.assertProblem(RawHttp.plain(edge.httpsPort()).get("/"), 400, "BAD_REQUEST");
    }

    private static Outcome handshake(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Machine.program("openssl").toString(),
                "s_client",
                "-connect",
                "127.0.0.1:" + edge.httpsPort(),
                "-servername",
                "nest.example"));
        command.addAll(List.of(options));
        return Commands.attempt(Map.of(), command.toArray(String[]::new));
    }

    private static String curl(String target, String... options) throws IOException, InterruptedException {
        String authority = "nest.example:" + edge.httpsPort();
        List<String> command = new ArrayList<>(List.of(
                Machine.program("curl").toString(), "-sk", "--noproxy", "*", "--resolve", authority + ":127.0.0.1"));
        command.addAll(List.of(options));
        command.add("https://" + authority + target);
        return Commands.run(Map.of(), command.toArray(String[]::new));
    }
}

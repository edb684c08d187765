package org.medianest.compose.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.compose.testing.Commands;
import org.medianest.compose.testing.Commands.Outcome;
import org.medianest.compose.testing.Machine;
import org.medianest.compose.testing.Repository;

/** What is easily got wrong in nginx's files, looked for in all of them. */
class ConfigurationTest {
    private static final Pattern LOCATION = Pattern.compile("location [^{]*\\{[^}]*}");
    private static final Map<String, String> TLS = Map.of("LISTEN_TLS", "127.0.0.1:1", "SERVER_NAME", "nest.example");

    @TempDir
    Path temporary;

    static Stream<Map<String, String>> variants() {
        return Stream.of(
                Map.of(),
                Map.of("SERVER_NAME", "nest.example"),
                Map.of(
                        "DOWNLOADS_ROOT",
                        "/srv/media, of all/library",
                        "TRUSTED_PROXIES",
                        "10.0.0.0/8,192.168.1.7,fd00::/8"),
                Map.of("GATEWAY", "127.0.0.1:8080,127.0.0.1:8180", "STATUS", "127.0.0.1:2"),
                TLS,
                Map.of(
                        "LISTEN", "[::]:3 ipv6only=off",
                        "LISTEN_TLS", "[::]:4 ipv6only=off",
                        "SERVER_NAME", "nest.example,192.0.2.7,*.nest.example",
                        "PUBLIC_PORT", "8443"));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void everyVariantIsSound(Map<String, String> variant) throws IOException, InterruptedException {
        Outcome test = render(variant);

        assertThat(test.output()).contains("test is successful").doesNotContain("[warn]", "[emerg]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.22.1, listen 127.0.0.1:1 ssl http2;",
                "1.25.1, http2 on;",
                "1.28.0, http2 on;",
                "1.9.3, listen 127.0.0.1:1 ssl http2;"
            })
    void http2IsWrittenAsTheVersionOfNginxTakesIt(String versionAndForm) throws IOException, InterruptedException {
        String[] parts = versionAndForm.split(", ");
        Path programs = Files.createDirectories(temporary.resolve("bin"));
        Path nginx = Files.writeString(
                programs.resolve("nginx"), "#!/bin/sh\necho nginx version: nginx/" + parts[0] + " >&2\n");
        assertThat(nginx.toFile().setExecutable(true)).isTrue();
        Map<String, String> environment = new HashMap<>(NginxProcess.settings(TLS));
        environment.put("PATH", programs + ":" + System.getenv("PATH"));

        Commands.run(environment, NginxProcess.script("render"), folder().toString());

        assertThat(Files.readString(folder().resolve("conf/server.conf")))
                .contains(parts[1])
                .doesNotContain(parts[1].startsWith("http2") ? "ssl http2" : "http2 on");
    }

    @Test
    void valueThatWouldBreakOutIsRefused() throws IOException, InterruptedException {
        Outcome outcome = attempt(Map.of("WEB_ROOT", "/srv/web'; deny all; #"));

        assertThat(outcome.code()).isNotZero();
        assertThat(outcome.output()).contains("cannot stand in nginx's configuration");
    }

    @Test
    void httpsWithoutANameIsRefused() throws IOException, InterruptedException {
        Outcome outcome = attempt(Map.of("LISTEN_TLS", "443"));

        assertThat(outcome.code()).isNotZero();
        assertThat(outcome.output()).contains("MEDIANEST_NGINX_SERVER_NAME");
    }

    @Test
    void everyLocationHasTheSecurityHeaders() throws IOException {
        List<String> locations = locations();

        assertThat(locations).hasSizeGreaterThan(20).allMatch(location -> location.contains("include headers.conf;"));
    }

    @Test
    void headersAreAddedInLocationsOnly() throws IOException {
        for (Path file : files()) {
            String outside = LOCATION.matcher(uncommented(file)).replaceAll("");
            if (!file.endsWith("headers.conf")) {
                assertThat(outside).as(file.toString()).doesNotContain("add_header");
            }
        }
    }

    @Test
    void pathsArePassedOnAsTheyCame() throws IOException {
        assertThat(locations().stream().filter(location -> location.contains("proxy_pass")))
                .hasSize(3)
                .allMatch(location -> location.contains("proxy_pass http://gateway;"))
                .allMatch(location -> location.contains("include proxy.conf;"));
    }

    @Test
    void nothingIsBuiltFromWhatCanHoldLineBreaks() throws IOException {
        for (Path file : files()) {
            // $uri and $document_uri are decoded: in a header or an address they would let a client write lines of its
            // own.
            assertThat(uncommented(file))
                    .as(file.toString())
                    .doesNotContainPattern("(return|add_header|proxy_set_header|rewrite)[^;]*\\$(document_)?uri")
                    .doesNotContainPattern("if \\([^)]*\\$http_")
                    .doesNotContainPattern("server_tokens on|autoindex on|ssl_session_tickets on");
        }
    }

    /** Beside those that the services have, too. */
    @Test
    void codesOfProblemsAreThoseThatTheReferenceTells() throws IOException {
        String reference = Repository.text("docs/openapi/gateway-service.yaml");
        int own = reference.indexOf("NginxProblemCode:");
        Set<String> codes = new TreeSet<>();
        for (Path file : files()) {
            found("\"code\":\"(\\w+)\"", Files.readString(file)).forEach(codes::add);
        }

        assertThat(found("- const: (\\w+)\n", reference)).containsAll(codes);
        assertThat(codes)
                .containsAll(found("- const: (\\w+)\n", reference.substring(own, reference.indexOf("Problem:", own))));
    }

    @Test
    void numbersOfTheLimitsAreInOnePlace() throws IOException {
        for (Path file : files()) {
            if (!file.endsWith("limits.conf")) {
                assertThat(uncommented(file)).as(file.toString()).doesNotContain("limit_req", "limit_conn");
            }
        }
    }

    @Test
    void everyVariableOfTheTemplatesIsFilledIn() throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(TLS);
        all.putAll(Map.of("STATUS", "127.0.0.1:2", "DOWNLOADS_ROOT", "/srv/media"));

        render(all);

        try (Stream<Path> written = Files.list(folder().resolve("conf"))) {
            for (Path file : written.toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("${");
            }
        }
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(code -> code.group(1))
                .toList();
    }

    private static List<String> locations() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : files()) {
            all.append(uncommented(file));
        }
        return LOCATION.matcher(all).results().map(MatchResult::group).toList();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Repository.file("infrastructure/nginx/conf"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Without comments, and with the braces of variables and texts out of the way. */
    private static String uncommented(Path file) throws IOException {
        return Files.readString(file)
                .replaceAll("(?m)^\\s*#.*$", "")
                .replaceAll("\\$\\{(\\w+)}", "$1")
                .replaceAll("'\\{[^']*}'", "''");
    }

    private Outcome render(Map<String, String> variant) throws IOException, InterruptedException {
        Outcome rendered = attempt(variant);
        assertThat(rendered.code()).as(rendered.output()).isZero();
        return Commands.attempt(
                Map.of(),
                Machine.program("nginx").toString(),
                "-p",
                folder().toString(),
                "-c",
                "conf/nginx.conf",
                "-e",
                "run/error.log",
                "-t");
    }

    private Outcome attempt(Map<String, String> variant) throws IOException, InterruptedException {
        return Commands.attempt(NginxProcess.settings(variant), NginxProcess.script("render"), folder().toString());
    }

    private Path folder() {
        return temporary.resolve("nginx");
    }
}

package org.medianest.compose.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.compose.nginx.RawHttp.Answer;
import org.medianest.compose.testing.Machine;
import org.medianest.compose.testing.Repository;
import org.medianest.local.testing.FreePorts;

/** Our nginx behind another proxy: whom it believes, and the example of docs/operations/reverse-proxy.md as it stands there. */
class BehindProxyTest {
    private static final Pattern EXAMPLE = Pattern.compile("```nginx\\n(.*?)```", Pattern.DOTALL);
    private static final String AROUND = """
        daemon off;
        pid nginx.pid;
        error_log error.log;
        events {}
        http {
            access_log off;
            client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
            uwsgi_temp_path uwsgi; scgi_temp_path scgi;
        %s
        }
        """;

    @TempDir
    Path temporary;

    @Test
    void addressThatATrustedProxyNamesIsTheClients() throws IOException, InterruptedException {
        try (Edge edge = Edge.plain(temporary, Map.of("TRUSTED_PROXIES", "127.0.0.0/8,192.0.2.0/24"))) {
            edge.http().get("/api/v1/auth/me", "X-Forwarded-For: 6.6.6.6, 198.51.100.7, 192.0.2.1");

            assertThat(edge.gateway().request()).contains("\r\nX-Forwarded-For: 198.51.100.7\r\n");
        }
    }

    @Test
    void addressThatAnybodyElseNamesIsNot() throws IOException, InterruptedException {
        try (Edge edge = Edge.plain(temporary, Map.of("TRUSTED_PROXIES", "192.0.2.0/24"))) {
            edge.http().get("/api/v1/auth/me", "X-Forwarded-For: 198.51.100.7");

            assertThat(edge.gateway().request()).contains("\r\nX-Forwarded-For: 127.0.0.1\r\n");
        }
    }

    @Test
    void exampleForAnotherNginxWorks() throws IOException, InterruptedException {
        Map<String, String> behind = Map.of("SERVER_NAME", "nest.example", "TRUSTED_PROXIES", "127.0.0.2");
        int http = FreePorts.one();
        int https = FreePorts.one();
        try (Edge edge = Edge.plain(temporary, behind)) {
            Process proxy = startProxy(http, https, edge.settings().getOrDefault("LISTEN", ""));
            try {
                while (!NginxProcess.listens(https)) {
                    assertThat(proxy.waitFor(20, TimeUnit.MILLISECONDS)).isFalse();
                }
                RawHttp outside = RawHttp.tls(https);

                Answer page = outside.get("/downloads");
                assertThat(page.body()).contains("<title>MediaNest</title>");
                assertThat(page.count("Strict-Transport-Security")).isEqualTo(1);
                Problems.assertSecurityHeaders(page);
                outside.get("/api/v1/media/search?q=a%2Fb", "X-Forwarded-For: 6.6.6.6");
                assertThat(edge.gateway().request())
                        .startsWith("GET /api/v1/media/search?q=a%2Fb HTTP/1.1")
                        .contains("\r\nHost: nest.example\r\n", "\r\nX-Forwarded-For: 127.0.0.1\r\n");
                assertThat(outside.get("/api/v1/%2e%2e/internal").status()).isEqualTo(400);
                assertThat(RawHttp.plain(http).get("/x?y").header("Location")).contains("https://nest.example/x?y");
                assertWebSocketPasses(outside);
            } finally {
                proxy.destroy();
                proxy.waitFor(10, TimeUnit.SECONDS);
            }
        }
    }

    private static void assertWebSocketPasses(RawHttp outside) throws IOException {
        try (Socket socket = outside.openFeed()) {
            socket.getOutputStream().write("ping".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(4)).asString().isEqualTo("ping");
        }
    }

    /** The text of the page, with the ports of this test and a certificate; it comes from another address than our own nginx. */
    private Process startProxy(int http, int https, String ours) throws IOException, InterruptedException {
        Matcher example = EXAMPLE.matcher(Repository.text("docs/operations/reverse-proxy.md"));
        assertThat(example.find()).isTrue();
        Path folder = temporary.resolve("proxy");
        SelfSigned tls = SelfSigned.of("nest.example", folder);
        String text = example.group(1)
                .replace("listen 80;", "listen 127.0.0.1:" + http + ";")
                .replace("listen 443 ssl;", "listen 127.0.0.1:" + https + " ssl;")
                .replace(
                        "/etc/letsencrypt/live/nest.example/fullchain.pem",
                        tls.certificate().toString())
                .replace(
                        "/etc/letsencrypt/live/nest.example/privkey.pem",
                        tls.key().toString())
                .replace("http://127.0.0.1:8080;", "http://" + ours + "; proxy_bind 127.0.0.2;");
        Files.writeString(folder.resolve("nginx.conf"), AROUND.formatted(text));
        return new ProcessBuilder(
                        Machine.program("nginx").toString(),
                        "-p",
                        folder.toString(),
                        "-c",
                        "nginx.conf",
                        "-e",
                        "error.log")
                .inheritIO()
                .start();
    }
}

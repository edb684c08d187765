package org.medianest.downloads.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.medianest.downloads.testing.Settings;

/** Over sockets, with a site that is allowed and one that is not. */
@Timeout(60)
class EgressProxyTest {
    private static final int LIMIT = 5 << 20;

    private final Vertx vertx = Vertx.vertx();
    private final SmallSite site = new SmallSite();
    private final SmallSite inner = new SmallSite();
    private EgressProxy proxy;
    private EgressPass pass;

    @BeforeEach
    void open() throws IOException {
        EgressConfig config = config(List.of("127.0.0.1:" + site.port(), "site.example:" + site.port()));
        AddressRules rules = new AddressRules(config.allowedAddresses().orElseThrow(), host -> {
            if (host.equals("site.example") || host.equals("rebound.example")) {
                return List.of(InetAddress.ofLiteral("127.0.0.1"));
            }
            if (host.equals("nowhere.example")) {
                throw new UnknownHostException(host);
            }
            return List.of(InetAddress.getAllByName(host));
        });
        proxy = new EgressProxy(vertx, rules, config);
        proxy.listen();
        pass = proxy.open("job");
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        site.close();
        inner.close();
    }

    @Test
    void allowedSiteIsReached() throws Exception {
        assertThat(get("http://127.0.0.1:" + site.port() + "/bytes/5?a=b"))
                .startsWith("HTTP/1.1 200")
                .endsWith("xxxxx");
        assertThat(site.seen()).containsExactly("GET /bytes/5?a=b");
        assertThat(pass.bytes()).isEqualTo(5);
    }

    @Test
    void nameIsSentOnAsTheHost() throws Exception {
        assertThat(get("http://site.example:" + site.port() + "/host")).endsWith("site.example:" + site.port());
    }

    @Test
    void credentialsStayHere() throws Exception {
        assertThat(get("http://site.example:" + site.port() + "/headers").toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("proxy-authorization")
                .contains("x-mine");
    }

    @Test
    void innerSiteIsDeniedAndSeesNothing() throws Exception {
        for (String host : List.of("127.0.0.1", "localhost", "rebound.example", "[::1]", "[::ffff:127.0.0.1]")) {
            assertThat(get("http://" + host + ":" + inner.port() + "/secret")).startsWith("HTTP/1.1 403 Egress Denied");
            assertThat(connect(host + ":" + inner.port())).contains("403 Egress Denied");
        }
        for (String host : List.of("127.0.0.1", "rebound.example", "10.0.0.1", "169.254.169.254", "[fd00::1]")) {
            assertThat(get("http://" + host + "/secret")).startsWith("HTTP/1.1 403 Egress Denied");
            assertThat(connect(host + ":443")).contains("403 Egress Denied");
        }
        assertThat(get("http://0x7f.1:" + inner.port() + "/secret")).doesNotContain("200");
        assertThat(get("http://2130706433:" + inner.port() + "/secret")).doesNotContain("200");
        assertThat(inner.seen()).isEmpty();
    }

    @Test
    void unknownNameIsATroubleOfTheNetwork() throws Exception {
        assertThat(get("http://nowhere.example/")).startsWith("HTTP/1.1 502 Name or service not known");
    }

    @Test
    void closedPortIsATroubleOfTheNetwork() throws Exception {
        int port = site.port();
        site.close();

        assertThat(get("http://127.0.0.1:" + port + "/")).startsWith("HTTP/1.1 502");
        assertThat(connect("127.0.0.1:" + port)).contains(" 502 ");
    }

    @Test
    void nobodyPassesWithoutCredentials() throws Exception {
        String request = "GET http://127.0.0.1:" + site.port() + "/bytes/5 HTTP/1.1\r\nHost: x\r\n";

        assertThat(send(request + "\r\n")).startsWith("HTTP/1.1 407");
        assertThat(send(request + "Proxy-Authorization: Basic am9iOndyb25n\r\n\r\n"))
                .startsWith("HTTP/1.1 407");
        pass.close();
        assertThat(get("http://127.0.0.1:" + site.port() + "/bytes/5")).startsWith("HTTP/1.1 407");
        assertThat(site.seen()).isEmpty();
    }

    @Test
    void oddRequestsAreRefused() throws Exception {
        String headers = " HTTP/1.1\r\nHost: x\r\nProxy-Authorization: " + pass.authorization() + "\r\n\r\n";

        assertThat(send("GET /bytes/5" + headers)).startsWith("HTTP/1.1 400");
        assertThat(send("GET ftp://127.0.0.1:" + site.port() + "/" + headers)).startsWith("HTTP/1.1 400");
        assertThat(send("DELETE http://127.0.0.1:" + site.port() + "/" + headers))
                .startsWith("HTTP/1.1 405");
        assertThat(connect("127.0.0.1")).contains(" 400 ");
        assertThat(site.seen()).isEmpty();
    }

    @Test
    void redirectIsLeftToTheCaller() throws Exception {
        assertThat(get("http://127.0.0.1:" + site.port() + "/to-inner")).startsWith("HTTP/1.1 302");
        assertThat(inner.seen()).isEmpty();
    }

    @Test
    void tunnelCarriesBytesBothWays() throws Exception {
        try (Socket socket = tunnel("127.0.0.1:" + site.port())) {
            write(socket, "GET /bytes/5 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            assertThat(read(socket)).startsWith("HTTP/1.1 200").endsWith("xxxxx");
        }
    }

    @Test
    void tooManyBytesEndTheDownload() throws Exception {
        assertThat(get("http://127.0.0.1:" + site.port() + "/bytes/" + 2 * LIMIT)
                        .length())
                .isLessThan(LIMIT + 70_000);

        assertThat(get("http://127.0.0.1:" + site.port() + "/bytes/5")).startsWith("HTTP/1.1 403 Egress Limit Reached");
    }

    @Test
    void tooManyBytesEndATunnel() throws Exception {
        try (Socket socket = tunnel("127.0.0.1:" + site.port())) {
            write(socket, "GET /bytes/" + 2 * LIMIT + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            assertThat(read(socket).length()).isLessThan(LIMIT + 70_000);
        }
    }

    @Test
    void answerThatBreaksOffLooksBrokenOff() throws Exception {
        String answer = get("http://127.0.0.1:" + site.port() + "/cut");

        assertThat(answer).contains("ontent-length: 1000");
        assertThat(answer.length()).isLessThan(900);
    }

    @Test
    void closingThePassCutsWhatIsOpen() throws Exception {
        try (Socket socket = tunnel("127.0.0.1:" + site.port())) {
            pass.close();

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void slowReaderIsWaitedForAndNotStoredUp() throws Exception {
        try (ServerSocket source = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            EgressConfig config = config(List.of("127.0.0.1:" + source.getLocalPort()));
            EgressProxy own = new EgressProxy(
                    vertx,
                    new AddressRules(
                            config.allowedAddresses().orElseThrow(), host -> List.of(InetAddress.ofLiteral(host))),
                    config);
            own.listen();
            EgressPass mine = own.open("slow");
            try (Socket reader =
                    new Socket("127.0.0.1", URI.create(mine.proxyUrl()).getPort())) {
                write(
                        reader,
                        "CONNECT 127.0.0.1:" + source.getLocalPort() + " HTTP/1.1\r\nProxy-Authorization: "
                                + mine.authorization() + "\r\n\r\n");
                try (Socket writer = source.accept()) {
                    writer.setSoTimeout(1_000);
                    var pouring = Executors.newVirtualThreadPerTaskExecutor().submit(() -> {
                        writer.getOutputStream().write(new byte[200 << 20]);
                        return null;
                    });

                    await().during(Duration.ofSeconds(1))
                            .atMost(Duration.ofSeconds(5))
                            .until(() -> !pouring.isDone());
                    assertThat(mine.bytes()).isLessThan(LIMIT);
                }
            }
        }
    }

    private String get(String url) throws IOException {
        return send("GET " + url + " HTTP/1.1\r\nHost: x\r\nX-Mine: 1\r\nConnection: close\r\nProxy-Authorization: "
                + pass.authorization() + "\r\n\r\n");
    }

    private String connect(String target) throws IOException {
        return send("CONNECT " + target + " HTTP/1.0\r\nProxy-Authorization: " + pass.authorization() + "\r\n\r\n");
    }

    private String send(String request) throws IOException {
        try (Socket socket = socket()) {
            write(socket, request);
            return read(socket);
        }
    }

    private Socket tunnel(String target) throws IOException {
        Socket socket = socket();
        write(socket, "CONNECT " + target + " HTTP/1.0\r\nProxy-Authorization: " + pass.authorization() + "\r\n\r\n");
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = socket.getInputStream().read();
            assertThat(read).as("tunnel opened, got %s", head).isNotNegative();
            head.append((char) read);
        }
        assertThat(head.toString()).contains(" 200 ");
        return socket;
    }

    private Socket socket() throws IOException {
        return new Socket("127.0.0.1", URI.create(pass.proxyUrl()).getPort());
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String read(Socket socket) {
        StringBuilder text = new StringBuilder();
        try (InputStream in = socket.getInputStream()) {
            byte[] buffer = new byte[65_536];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                text.append(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException cut) {
            // what came before counts
        }
        return text.toString();
    }

    private static EgressConfig config(List<String> allowed) {
        return Settings.of(
                EgressConfig.class,
                Map.of(
                        "medianest.downloads.allowed-addresses",
                        String.join(",", allowed),
                        "medianest.downloads.egress.bytes-per-download",
                        String.valueOf(LIMIT)));
    }
}

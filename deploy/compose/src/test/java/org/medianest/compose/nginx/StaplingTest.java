package org.medianest.compose.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.compose.testing.Commands;
import org.medianest.compose.testing.Machine;

/** A certificate whose authority says by OCSP whether it still holds. */
class StaplingTest {
    @TempDir
    Path folder;

    private HttpServer responder;

    @BeforeEach
    void start() throws IOException {
        responder = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        responder.createContext("/", exchange -> {
            byte[] word = Files.readAllBytes(folder.resolve("word.der"));
            exchange.getResponseHeaders().set("Content-Type", "application/ocsp-response");
            exchange.sendResponseHeaders(200, word.length);
            exchange.getResponseBody().write(word);
            exchange.close();
        });
        responder.start();
    }

    @AfterEach
    void stop() {
        responder.stop(0);
    }

    @Test
    void wordOfTheAuthorityComesWithTheCertificate() throws IOException, InterruptedException {
        issue();
        Map<String, String> certificate = Map.of(
                "CERTIFICATE",
                folder.resolve("chain.pem").toString(),
                "CERTIFICATE_KEY",
                folder.resolve("leaf.key").toString());
        try (Edge edge = Edge.tls(folder, certificate)) {
            // nginx asks the authority after the first who connects
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(handshake(edge))
                            .contains("OCSP Response Status: successful", "Cert Status: good"));
        }
    }

    @Test
    void certificateOfOurOwnNamesNobodyToAsk() throws IOException, InterruptedException {
        try (Edge edge = Edge.tls(folder, Map.of())) {
            assertThat(handshake(edge)).contains("OCSP response: no response sent");
            assertThat(edge.nginx().errors()).doesNotContain("stapling");
        }
    }

    private static String handshake(Edge edge) throws IOException, InterruptedException {
        return Commands.attempt(
                        Map.of(),
                        Machine.program("openssl").toString(),
                        "s_client",
                        "-connect",
                        "127.0.0.1:" + edge.httpsPort(),
                        "-servername",
                        "nest.example",
                        "-status")
                .output();
    }

    /** An authority, a certificate that names our responder, and what the authority says of it. */
    private void issue() throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("extensions"),
                "authorityInfoAccess=OCSP;URI:http://127.0.0.1:%d/\nsubjectAltName=DNS:nest.example\n"
                        .formatted(responder.getAddress().getPort()));
        Files.writeString(folder.resolve("index"), "V\t491231235959Z\t\t01\tunknown\t/CN=nest.example\n");
        openssl("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=authority -days 2"
                + " -keyout ca.key -out ca.pem");
        openssl("req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=nest.example"
                + " -keyout leaf.key -out leaf.csr");
        openssl("x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -set_serial 1 -days 2 -extfile extensions -out"
                + " leaf.pem");
        openssl("ocsp -issuer ca.pem -cert leaf.pem -no_nonce -reqout question.der");
        openssl("ocsp -index index -CA ca.pem -rsigner ca.pem -rkey ca.key -ndays 1 -reqin question.der -respout"
                + " word.der");
        Files.writeString(
                folder.resolve("chain.pem"),
                Files.readString(folder.resolve("leaf.pem")) + Files.readString(folder.resolve("ca.pem")));
    }

    private void openssl(String options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                "cd \"$0\" && exec \"$@\"",
                folder.toString(),
                Machine.program("openssl").toString()));
        command.addAll(List.of(options.split(" ")));
        Commands.run(Map.of(), command.toArray(String[]::new));
    }
}

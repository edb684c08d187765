package org.medianest.compose.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.compose.testing.Commands;
import org.medianest.compose.testing.Machine;
import org.medianest.local.testing.FreePorts;

/** certbot gets a certificate from Pebble, the authority that Let's Encrypt tests clients with, and renews it. */
class AcmeTest {
    /** So short that it is due for renewal as soon as it is there. */
    private static final String AUTHORITY = """
            {"pebble": {"listenAddress": "127.0.0.1:%d", "managementListenAddress": "127.0.0.1:%d",
            "certificate": "%s", "privateKey": "%s", "httpPort": %d, "tlsPort": %d,
            "certificateValidityPeriod": 86400}}
            """;

    @TempDir
    Path temporary;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : processes) {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void certificateIsHadByTheWebRootAndRenewed()
            throws IOException, InterruptedException, CertificateParsingException {
        Machine.program("certbot");
        try (FakeGateway gateway = new FakeGateway();
                Entrypoint nginx = new Entrypoint(temporary, gateway, Map.of())) {
            int directory = startAuthority(nginx.httpPort());
            waiting().until(nginx::listens);

            startClient(nginx, directory);

            waiting().until(() -> isFromAuthority(nginx.shown()));
            X509Certificate first = nginx.shown();
            assertThat(Entrypoint.namesOf(first)).containsExactlyInAnyOrder("nest.example", "www.nest.example");
            waiting()
                    .until(() -> isFromAuthority(nginx.shown())
                            && !nginx.shown().getSerialNumber().equals(first.getSerialNumber()));
            assertThat(nginx.https().get("/").status()).isEqualTo(200);
        }
    }

    private static boolean isFromAuthority(X509Certificate shown) {
        return shown.getIssuerX500Principal().getName().contains("Pebble Intermediate CA");
    }

    /** Pebble, with a name server for which every name is this machine. */
    private int startAuthority(int httpPort) throws IOException, InterruptedException {
        int directory = FreePorts.one();
        int names = FreePorts.one();
        Path certificate = temporary.resolve("authority.pem");
        Path key = temporary.resolve("authority.key");
        Commands.run(
                Map.of(),
                Machine.program("openssl").toString(),
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=authority",
                "-addext",
                "subjectAltName=IP:127.0.0.1",
                "-keyout",
                key.toString(),
                "-out",
                certificate.toString());
        Path settings = Files.writeString(
                temporary.resolve("authority.json"),
                AUTHORITY.formatted(directory, FreePorts.one(), certificate, key, httpPort, FreePorts.one()));
        run(
                "names",
                Map.of(),
                Machine.program("pebble-challtestsrv").toString(),
                "-defaultIPv6",
                "",
                "-dns01",
                "127.0.0.1:" + names,
                "-management",
                "127.0.0.1:" + FreePorts.one(),
                "-http01",
                "",
                "-https01",
                "",
                "-tlsalpn01",
                "");
        run(
                "authority",
                Map.of("PEBBLE_VA_NOSLEEP", "1", "PEBBLE_WFE_NONCEREJECT", "0"),
                Machine.program("pebble").toString(),
                "-config",
                settings.toString(),
                "-dnsserver",
                "127.0.0.1:" + names);
        waiting().until(() -> NginxProcess.listens(directory));
        return directory;
    }

    private void startClient(Entrypoint nginx, int directory) throws IOException {
        Map<String, String> environment = new HashMap<>(nginx.environment());
        environment.put("MEDIANEST_ACME_SERVER", "https://127.0.0.1:" + directory + "/dir");
        environment.put("MEDIANEST_ACME_PAUSE_SECONDS", "1");
        environment.put("MEDIANEST_ACME_RETRY_SECONDS", "1");
        environment.put("REQUESTS_CA_BUNDLE", temporary.resolve("authority.pem").toString());
        run("client", environment, NginxProcess.script("certificates"));
    }

    private void run(String name, Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve(name + ".log").toFile());
        builder.environment().putAll(environment);
        processes.add(builder.start());
    }

    private static ConditionFactory waiting() {
        return await().atMost(Duration.ofSeconds(120)).ignoreExceptionsInstanceOf(IOException.class);
    }
}

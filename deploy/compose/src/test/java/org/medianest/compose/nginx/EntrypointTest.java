package org.medianest.compose.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nginx container from its first minute on: certificates and gateways come and go while it serves. */
class EntrypointTest {
    @TempDir
    Path temporary;

    private FakeGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeGateway();
    }

    @AfterEach
    void stop() throws IOException {
        gateway.close();
    }

    @Test
    void firstMinuteIsServedWithACertificateThatWeSignOurselves()
            throws IOException, InterruptedException, CertificateParsingException {
        try (Entrypoint nginx = started(Map.of())) {
            X509Certificate shown = nginx.shown();

            assertThat(shown.getSubjectX500Principal().getName()).isEqualTo("CN=MediaNest");
            assertThat(shown.getIssuerX500Principal()).isEqualTo(shown.getSubjectX500Principal());
            assertThat(Entrypoint.namesOf(shown)).containsExactly("nest.example", "www.nest.example");
            assertThat(nginx.https().get("/").body()).contains("<title>MediaNest</title>");
        }
    }

    @Test
    void newCertificateIsTakenUpAndWhatIsOpenLivesOn() throws IOException, InterruptedException {
        try (Entrypoint nginx = started(Map.of());
                Socket feed = nginx.https().openFeed()) {
            put(nginx, "first");
            awaitShown(nginx, "CN=first");
            put(nginx, "second");
            awaitShown(nginx, "CN=second");

            feed.getOutputStream().write("still here".getBytes(StandardCharsets.US_ASCII));
            assertThat(feed.getInputStream().readNBytes(10)).asString().isEqualTo("still here");
        }
    }

    @Test
    void certificateWithoutItsKeyIsLeftAloneUntilTheKeyIsThere() throws IOException, InterruptedException {
        try (Entrypoint nginx = started(Map.of())) {
            put(nginx, "first");
            awaitShown(nginx, "CN=first");
            SelfSigned next = issue("second");

            move(next.certificate(), nginx.certificate());
            waiting().until(() -> nginx.output().contains("do not belong together"));
            assertThat(nginx.shown().getSubjectX500Principal().getName()).isEqualTo("CN=first");

            move(next.key(), nginx.key());
            awaitShown(nginx, "CN=second");
        }
    }

    @Test
    void gatewayIsWaitedForAndFollowedToAnotherAddress() throws IOException, InterruptedException {
        Path programs = Files.createDirectories(temporary.resolve("bin"));
        Path addresses = temporary.resolve("addresses");
        Path names = Files.writeString(programs.resolve("getent"), "#!/bin/sh\ncat %s\n".formatted(addresses));
        assertThat(names.toFile().setExecutable(true)).isTrue();
        try (Entrypoint nginx =
                new Entrypoint(temporary, gateway, Map.of("PATH", programs + ":" + System.getenv("PATH")))) {
            waiting().until(() -> nginx.output().contains("Waiting for the gateway: 127.0.0.1"));
            assertThat(nginx.listens()).isFalse();

            Files.writeString(addresses, "172.20.0.7 gateway-service\n");
            waiting().until(nginx::listens);
            assertThat(nginx.output()).doesNotContain("reloaded");

            Files.writeString(addresses, "172.20.0.9 gateway-service\n");
            waiting().until(() -> nginx.output().contains("nginx was reloaded"));
            assertThat(nginx.https().get("/api/v1/auth/me").status()).isEqualTo(200);
        }
    }

    @Test
    void stopEndsItEvenIfAFeedIsOpen() throws IOException, InterruptedException {
        Entrypoint nginx = started(Map.of());
        try (Socket feed = nginx.https().openFeed()) {
            assertThat(nginx.stop()).isZero();

            assertThat(nginx.listens()).isFalse();
            assertThat(feed.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void logsGoWhereAContainerIsReadFrom() throws IOException, InterruptedException {
        try (Entrypoint nginx = started(Map.of())) {
            nginx.https().get("/downloads");

            waiting()
                    .until(() -> nginx.output().contains("\"method\":\"GET\",\"path\":\"/index.html\",\"status\":200"));
        }
    }

    private Entrypoint started(Map<String, String> more) throws IOException {
        Entrypoint nginx = new Entrypoint(temporary, gateway, more);
        waiting().until(nginx::listens);
        return nginx;
    }

    private static void awaitShown(Entrypoint nginx, String subject) {
        waiting()
                .untilAsserted(
                        () -> assertThat(nginx.shown().getSubjectX500Principal().getName())
                                .isEqualTo(subject));
    }

    /** The key first, as the certificates container does. */
    private void put(Entrypoint nginx, String name) throws IOException, InterruptedException {
        SelfSigned made = issue(name);
        move(made.key(), nginx.key());
        move(made.certificate(), nginx.certificate());
    }

    private SelfSigned issue(String name) throws IOException, InterruptedException {
        return SelfSigned.of(name, temporary.resolve(name));
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static ConditionFactory waiting() {
        return await().atMost(Duration.ofSeconds(60)).ignoreExceptionsInstanceOf(IOException.class);
    }
}

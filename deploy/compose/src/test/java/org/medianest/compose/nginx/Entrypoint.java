package org.medianest.compose.nginx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.medianest.compose.testing.Machine;
import org.medianest.local.testing.FreePorts;

/** What the nginx container runs, with a folder for the certificate that another container writes. */
final class Entrypoint implements AutoCloseable {
    private final Path folder;
    private final int httpPort = FreePorts.one();
    private final int httpsPort = FreePorts.one();
    private final Map<String, String> environment = new HashMap<>();
    private final Process process;

    Entrypoint(Path folder, FakeGateway gateway, Map<String, String> more) throws IOException {
        Machine.program("nginx");
        this.folder = folder;
        Files.createDirectories(folder.resolve("certificates"));
        environment.putAll(NginxProcess.settings(Map.of(
                "LISTEN",
                "127.0.0.1:" + httpPort,
                "LISTEN_TLS",
                "127.0.0.1:" + httpsPort,
                "SERVER_NAME",
                "nest.example,www.nest.example",
                "GATEWAY",
                "127.0.0.1:" + gateway.port(),
                "WEB_ROOT",
                Edge.webUi(folder.resolve("web")).toString(),
                "ACME_ROOT",
                folder.resolve("acme").toString(),
                "CERTIFICATE",
                certificate().toString(),
                "CERTIFICATE_KEY",
                key().toString(),
                "WATCH_SECONDS",
                "0.3",
                "STOP_SECONDS",
                "1")));
        environment.putAll(more);
        ProcessBuilder builder = new ProcessBuilder(
                        NginxProcess.script("entrypoint"),
                        folder.resolve("nginx").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().putAll(environment);
        process = builder.start();
    }

    Path certificate() {
        return folder.resolve("certificates/fullchain.pem");
    }

    Path key() {
        return folder.resolve("certificates/privkey.pem");
    }

    Map<String, String> environment() {
        return environment;
    }

    int httpPort() {
        return httpPort;
    }

    RawHttp https() {
        return RawHttp.tls(httpsPort);
    }

    boolean listens() {
        return NginxProcess.listens(httpsPort);
    }

    /** The certificate that a new connection is shown. */
    X509Certificate shown() throws IOException {
        try (Socket socket = https().connect()) {
            return (X509Certificate) ((SSLSocket) socket).getSession().getPeerCertificates()[0];
        }
    }

    static List<String> namesOf(X509Certificate certificate) throws CertificateParsingException {
        return certificate.getSubjectAlternativeNames().stream()
                .map(name -> String.valueOf(name.get(1)))
                .toList();
    }

    String output() {
        try {
            return Files.readString(folder.resolve("output"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end, as a container is stopped; how it ended. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("It does not end\n" + output());
        }
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}

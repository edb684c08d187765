package org.medianest.compose.nginx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.medianest.local.testing.FreePorts;

/** A site at the edge: a small web UI, a fake gateway, and nginx in front of both. */
final class Edge implements AutoCloseable {
    private final FakeGateway gateway;
    private final NginxProcess nginx;
    private final Map<String, String> settings;

    private Edge(FakeGateway gateway, NginxProcess nginx, Map<String, String> settings) {
        this.gateway = gateway;
        this.nginx = nginx;
        this.settings = settings;
    }

    /** http alone, for whatever name. */
    static Edge plain(Path folder, Map<String, String> more) throws IOException, InterruptedException {
        FakeGateway gateway = new FakeGateway();
        Map<String, String> settings = new HashMap<>(Map.of(
                "LISTEN", "127.0.0.1:" + FreePorts.one(),
                "GATEWAY", "127.0.0.1:" + gateway.port(),
                "WEB_ROOT", webUi(folder.resolve("web")).toString()));
        settings.putAll(more);
        return new Edge(gateway, NginxProcess.start(folder.resolve("nginx"), settings), settings);
    }

    /** As it stands on the Internet: https for nest.example, and http that leads there. */
    static Edge tls(Path folder, Map<String, String> more) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(
                Map.of("LISTEN_TLS", "127.0.0.1:" + FreePorts.one(), "SERVER_NAME", "nest.example,www.nest.example"));
        settings.putAll(more);
        return plain(folder, settings);
    }

    static Path webUi(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("assets"));
        Files.writeString(folder.resolve("index.html"), "<!doctype html><title>MediaNest</title>");
        Files.writeString(folder.resolve("assets/app-4f7k.js"), "console.log('nest')");
        Files.write(folder.resolve("assets/app-4f7k.js.gz"), gzip("console.log('nest')"));
        Files.writeString(folder.resolve("assets/words-77ab.json"), "{\"words\":\"" + "nest ".repeat(1000) + "\"}");
        Files.writeString(folder.resolve(".env"), "SECRET=1");
        return folder;
    }

    FakeGateway gateway() {
        return gateway;
    }

    NginxProcess nginx() {
        return nginx;
    }

    Map<String, String> settings() {
        return settings;
    }

    RawHttp http() {
        return RawHttp.plain(port("LISTEN"));
    }

    RawHttp https() {
        return RawHttp.tls(httpsPort());
    }

    int httpsPort() {
        return port("LISTEN_TLS");
    }

    private int port(String setting) {
        String address = settings.getOrDefault(setting, "");
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        nginx.close();
        gateway.close();
    }
}

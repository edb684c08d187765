package org.medianest.gateway.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.medianest.commons.testing.PostgresAndRedis;

/** What stands behind the gateway under test: a real Redis and Postgres, auth- and download-service, no media-service unless it is wanted, and a web UI. */
public final class House implements QuarkusTestResourceLifecycleManager {
    /** A setting of a test class that wants a media-service in the house, too. */
    public static final String WITH_MEDIA = "house.with-media";

    private final List<FakeService> services = new ArrayList<>();
    private Map<String, String> special = Map.of();

    /** Settings of one test class, over ours. */
    @Override
    public void init(Map<String, String> settings) {
        special = Map.copyOf(settings);
    }

    @Override
    public Map<String, String> start() {
        try {
            Map<String, String> settings = new HashMap<>();
            settings.putAll(new PostgresAndRedis().start());
            settings.put("medianest.secrets.key-file", SecretKey.file().toString());
            settings.put("medianest.plex.url", "http://127.0.0.1:" + unusedPort());
            // nobody waits for minutes here
            settings.put("medianest.gateway.status.tick", "100ms");
            settings.put("medianest.gateway.status.interval", "300ms");
            settings.put("medianest.gateway.uptime-kuma.interval", "300ms");
            settings.put("medianest.gateway.uptime-kuma.first-pause", "100ms");
            settings.put("medianest.gateway.uptime-kuma.gather", "50ms");
            settings.put("medianest.auth.url", service());
            settings.put("medianest.downloads.url", service());
            settings.put(
                    "medianest.media.url",
                    special.containsKey(WITH_MEDIA) ? service() : "http://127.0.0.1:" + unusedPort());
            settings.put("medianest.gateway.web.root", web().toString());
            // the tests of the limits set their own
            settings.put("medianest.gateway.limits.user.burst", "1000000");
            settings.put("medianest.gateway.limits.address.burst", "1000000");
            settings.put("medianest.gateway.limits.sign-in.burst", "1000000");
            settings.put("medianest.gateway.services.answer-timeout", "2s");
            settings.put("medianest.gateway.services.open-for", "300ms");
            settings.put("medianest.gateway.live.recheck", "500ms");
            settings.putAll(special);
            return settings;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void stop() {
        services.forEach(FakeService::stop);
    }

    /** A port that nobody listens on. */
    public static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String service() throws IOException {
        FakeService service = FakeService.start();
        services.add(service);
        return service.url();
    }

    private static Path web() throws IOException {
        Path folder = Files.createTempDirectory("web");
        folder.toFile().deleteOnExit();
        Path root = Files.createDirectories(folder.resolve("dist"));
        Files.createDirectories(root.resolve("assets"));
        Files.createDirectories(root.resolve(".vite"));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.writeString(root.resolve("index.html"), "<!doctype html><title>MediaNest</title>");
        Files.writeString(root.resolve("assets/app-1a2b.js"), "console.log('plain')");
        Files.write(root.resolve("assets/app-1a2b.js.gz"), gzip("console.log('packed')"));
        Files.writeString(root.resolve("assets/app-1a2b.js.map"), "{}");
        Files.writeString(root.resolve("favicon.svg"), "<svg/>");
        Files.writeString(root.resolve(".env"), "secret");
        Files.writeString(root.resolve(".vite/manifest.json"), "{}");
        Files.createSymbolicLink(root.resolve("link.txt"), folder.resolve("secret.txt"));
        return root;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}

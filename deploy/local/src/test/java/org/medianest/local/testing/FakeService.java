package org.medianest.local.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.medianest.local.place.Layout;
import org.medianest.local.place.Part;

/** Stands where a service stands: listens on its ports, is ready, and speaks of a first visit. */
public final class FakeService {
    /** A service whose folder holds this file ends at once. */
    public static final String BROKEN = "broken";

    /** A service whose folder holds this file never gets done with its tables. */
    public static final String THOROUGH = "thorough";

    private FakeService() {}

    /** Puts one in the place of each service, beside what the servers run with. */
    public static void install(Layout layout) throws IOException {
        Files.createSymbolicLink(
                layout.root().resolve("infrastructure"),
                Path.of("../../infrastructure").toRealPath());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        FakeService.class.getProtectionDomain().getCodeSource().getLocation() + " "
                                + Part.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation());
        for (Part service : Part.services()) {
            Path folder = Files.createDirectories(layout.application(service));
            try (OutputStream file = Files.newOutputStream(folder.resolve("quarkus-run.jar"))) {
                new JarOutputStream(file, manifest).close();
            }
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (Files.exists(Path.of(BROKEN))) {
            System.out.println("cannot start, and says why");
            System.exit(7);
        }
        if (Boolean.parseBoolean(System.getenv("QUARKUS_INIT_AND_EXIT"))) {
            if (Files.exists(Path.of(THOROUGH))) {
                new CountDownLatch(1).await();
            }
            System.out.println("tables are up to date");
            return;
        }
        serve("QUARKUS_HTTP_PORT", "{\"required\":true}");
        Optional<String> code = Optional.ofNullable(System.getenv("MEDIANEST_AUTH_SETUP_CODE_FILE"));
        if (code.isPresent()) {
            Files.writeString(Path.of(code.get()), "4F7K-Q2MX\n");
        }
        serve("QUARKUS_MANAGEMENT_PORT", "{\"status\":\"UP\"}");
    }

    private static void serve(String port, String answer) throws IOException {
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(System.getenv(port)));
        HttpServer server = HttpServer.create(address, 0);
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }
}

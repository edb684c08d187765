package org.medianest.compose.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.medianest.compose.testing.Repository;
import org.medianest.local.place.Part;
import org.medianest.local.testing.FreePorts;

/** Our nginx before the demo, on https with a certificate that it has signed itself, with its status for the exporter. */
record TestSite(Path folder, int statusPort, int tlsPort) {

    TestSite(Path folder, WatchedDemo demo) throws IOException, InterruptedException {
        this(Files.createDirectories(folder), FreePorts.one(), FreePorts.one());
        Outcome rendered = Outcome.of(
                List.of(Repository.file("infrastructure/nginx/render").toString(), folder.toString()),
                Map.of(
                        "MEDIANEST_NGINX_LISTEN", "127.0.0.1:" + FreePorts.one(),
                        "MEDIANEST_NGINX_LISTEN_TLS", "127.0.0.1:" + tlsPort,
                        "MEDIANEST_NGINX_SERVER_NAME", "nest.example",
                        "MEDIANEST_NGINX_STATUS", "127.0.0.1:" + statusPort,
                        "MEDIANEST_NGINX_GATEWAY", "127.0.0.1:" + demo.portOf(Part.GATEWAY),
                        "MEDIANEST_NGINX_WEB_ROOT", folder.toString(),
                        "MEDIANEST_NGINX_USER", System.getProperty("user.name")));
        assertThat(rendered.code()).as(rendered.output()).isZero();
    }

    String status() {
        return "http://127.0.0.1:%d/status".formatted(statusPort);
    }

    /** By an address and not by its name, as from within the network of the containers. */
    String url() {
        return "https://127.0.0.1:%d/".formatted(tlsPort);
    }
}

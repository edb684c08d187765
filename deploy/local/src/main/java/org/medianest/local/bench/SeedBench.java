package org.medianest.local.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.medianest.local.demo.HomelabProcess;
import org.medianest.local.place.Folders;
import org.medianest.local.place.Layout;
import org.medianest.local.place.Part;
import org.medianest.local.place.Ports;
import org.medianest.local.place.Refusal;
import org.medianest.local.process.Programs;
import org.medianest.local.process.Spawner;
import org.medianest.local.service.Caller;
import org.medianest.local.service.JavaCommand;
import org.medianest.local.up.PortCheck;
import org.medianest.local.visit.Api;
import org.medianest.local.visit.Json;
import org.medianest.local.visit.NoLimits;

/** How MediaNest is with very many requests and a very large library, on data of its own that are gone afterwards. */
public record SeedBench(Layout layout, Path java) {
    private static final String ADMIN = "bench";
    private static final String PASSWORD = "correct horse battery";

    public int run(Optional<Path> out, PrintStream print) throws IOException {
        Report report = new Report(print, Instant.now());
        Path folder = layout.data().resolve("bench-seed");
        Folders.remove(folder);
        Layout data = new Layout(layout.root(), folder);
        data.create();
        Ports ports = new PortCheck(InetAddress.getLoopbackAddress())
                .freeBase(new Ports(22_000))
                .map(Ports::new)
                .orElseThrow(() -> new Refusal("There are no free ports for the measurement."));
        HomelabProcess homelab = new HomelabProcess(
                data, ports, new Caller(System.getenv()), new JavaCommand(java), new Spawner(Programs.SYSTEM));
        try {
            homelab.start();
            measure(data, ports, homelab, report);
        } finally {
            homelab.end();
            Folders.remove(folder);
        }
        report.write(out.orElse(layout.root().resolve("target/bench-seed.json")));
        return 0;
    }

    private void measure(Layout data, Ports ports, HomelabProcess homelab, Report report) throws IOException {
        Map<String, String> settings = new TreeMap<>(homelab.settings());
        settings.putAll(NoLimits.SETTINGS);
        try (MeasuredNest nest = new NestFactory(data, ports, java, settings).start();
                Api admin = new Api(ports.of(Part.GATEWAY));
                Crowd crowd = Crowd.in(data, ports)) {
            admin.post(
                    "/api/v1/auth/setup",
                    Json.object()
                            .put("code", nest.setupCode())
                            .put("username", ADMIN)
                            .put("password", PASSWORD));
            new LibraryBench(nest, admin, homelab).run(report);
            try (TimedClient client = new TimedClient(ports.of(Part.GATEWAY), admin.cookie())) {
                new ListBench(crowd, admin, client).run(report);
            }
        }
    }
}

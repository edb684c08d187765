package org.medianest.local.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.medianest.local.place.Folders;
import org.medianest.local.place.Layout;
import org.medianest.local.place.Part;
import org.medianest.local.place.Ports;
import org.medianest.local.place.Refusal;
import org.medianest.local.up.PortCheck;
import org.medianest.local.visit.Api;
import org.medianest.local.visit.Journey;
import org.medianest.local.visit.NoLimits;
import org.medianest.local.visit.VideoServer;

/** All measurements, on data of their own that are gone afterwards. */
public record Bench(Layout layout, Path java) {
    private static final int FILM_SECONDS = 20;
    private static final Duration LOAD = Duration.ofSeconds(4);

    public int run(int rounds, Optional<Path> out, PrintStream print) throws IOException {
        Report report = new Report(print, Instant.now());
        Path folder = layout.data().resolve("bench");
        Folders.remove(folder);
        Files.createDirectories(folder);
        Ports ports = new PortCheck(InetAddress.getLoopbackAddress())
                .freeBase(new Ports(20_000))
                .map(Ports::new)
                .orElseThrow(() -> new Refusal("There are no free ports for the measurement."));
        try (VideoServer site = new VideoServer(folder, FILM_SECONDS)) {
            Layout data = new Layout(layout.root(), folder.resolve("data"));
            NestFactory nests = new NestFactory(data, ports, java, settings(site));
            new StartBench(nests, rounds).run(report);
            try (MeasuredNest nest = nests.start();
                    Api api = new Api(ports.of(Part.GATEWAY))) {
                live(nest, api, site, folder, rounds, report);
            }
        } finally {
            Folders.remove(folder);
        }
        report.write(out.orElse(layout.root().resolve("target/bench.json")));
        return 0;
    }

    private void live(MeasuredNest nest, Api api, VideoServer site, Path folder, int rounds, Report report)
            throws IOException {
        report.say("Memory, idle and after a journey");
        MemoryBench memory = new MemoryBench(nest);
        Map<Part, Double> idle = memory.take();
        Journey journey = new Journey(api, site.url());
        journey.setUp(nest.setupCode());
        journey.go(folder.resolve("fetched"));
        MemoryBench.report(idle, memory.take(), report);
        new DownloadBench(journey, site, folder, rounds).run(report);
        new ProxyBench(nest, api, LoadClient.ofThisMachine(LOAD), folder, rounds).run(report);
    }

    /** The site lies on this machine, which is refused otherwise. */
    private static Map<String, String> settings(VideoServer site) {
        Map<String, String> settings = new TreeMap<>(site.settings());
        settings.putAll(NoLimits.SETTINGS);
        return settings;
    }
}

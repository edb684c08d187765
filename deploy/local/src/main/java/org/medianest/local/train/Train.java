package org.medianest.local.train;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import org.medianest.local.place.Folders;
import org.medianest.local.place.Layout;
import org.medianest.local.place.Part;
import org.medianest.local.place.Ports;
import org.medianest.local.place.Refusal;
import org.medianest.local.service.Caller;
import org.medianest.local.service.JavaCommand;
import org.medianest.local.up.PortCheck;
import org.medianest.local.up.Progress;
import org.medianest.local.up.Up;
import org.medianest.local.visit.Api;
import org.medianest.local.visit.Journey;
import org.medianest.local.visit.NoLimits;
import org.medianest.local.visit.VideoServer;

/**
 * Starts everything once on data of its own, goes through a visit, and lets each JVM write down what it loaded and linked.
 * Later starts take it from there, which is more than twice as fast as from what the build alone can know.
 */
public record Train(Layout layout, Path java) {
    private static final int FILM_SECONDS = 1;

    public int run(PrintStream out) throws IOException {
        Path folder = layout.data().resolve("training");
        Folders.remove(folder);
        Files.createDirectories(folder);
        boolean orderly;
        try (VideoServer site = new VideoServer(folder, FILM_SECONDS)) {
            orderly = run(new Layout(layout.root(), folder.resolve("data")), site, out);
        } finally {
            Folders.remove(folder);
        }
        for (Part service : Part.services()) {
            keep(service);
        }
        out.println("The services have learned to start.");
        return orderly ? 0 : 1;
    }

    private boolean run(Layout data, VideoServer site, PrintStream out) throws IOException {
        Ports ports = new PortCheck(InetAddress.getLoopbackAddress())
                .freeBase(new Ports(30_000))
                .map(Ports::new)
                .orElseThrow(() -> new Refusal("There are no free ports for the training."));
        Map<String, String> environment = new HashMap<>(new Caller(System.getenv()).withoutWishes());
        environment.putAll(site.settings());
        environment.putAll(NoLimits.SETTINGS);
        Progress silent = Progress.onTerminal(false, new PrintStream(OutputStream.nullOutputStream()));
        Up up = new Up(data, ports, "127.0.0.1", environment, new JavaCommand(java, true), silent);
        Thread onSignal = Thread.ofPlatform().unstarted(() -> end(up));
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            up.start();
        } catch (IOException | RuntimeException e) {
            up.end();
            throw e;
        }
        visit(data, ports, site, out);
        return up.end();
    }

    /** As far as it goes: what was loaded until then is worth keeping too. */
    private static void visit(Layout data, Ports ports, VideoServer site, PrintStream out) throws IOException {
        try (Api api = new Api(ports.of(Part.GATEWAY))) {
            Journey journey = new Journey(api, site.url());
            journey.setUp(Files.readString(data.setupCode()).strip());
            journey.go(data.data().resolve("fetched"));
        } catch (Refusal e) {
            out.println("The training ended early: " + e.getMessage());
        }
    }

    private static void end(Up up) {
        try {
            up.end();
        } catch (IOException e) {
            System.err.println("Stopping failed: " + e);
        }
    }

    private void keep(Part service) throws IOException {
        Path trained = layout.application(service).resolve(JavaCommand.TRAINED_CACHE);
        if (!Files.exists(trained)) {
            throw new Refusal("%s did not write down what it learned.".formatted(service.title()));
        }
        Files.move(
                trained,
                trained.resolveSibling(JavaCommand.CACHE),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}

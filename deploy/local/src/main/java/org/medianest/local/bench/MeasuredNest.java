package org.medianest.local.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.medianest.local.place.Layout;
import org.medianest.local.place.Part;
import org.medianest.local.place.Ports;
import org.medianest.local.place.Refusal;
import org.medianest.local.process.PidRecords;
import org.medianest.local.process.Proc;
import org.medianest.local.process.ProcessId;
import org.medianest.local.service.Caller;

/** A whole MediaNest that runs for a measurement: the launcher as a process of its own, as a person starts it. */
final class MeasuredNest implements AutoCloseable {
    private final Layout layout;
    private final Ports ports;
    private final Process process;
    private final Duration start;
    private final Optional<String> setupCode;

    MeasuredNest(Layout layout, Ports ports, Path java, Map<String, String> settings) throws IOException {
        this.layout = layout;
        this.ports = ports;
        long begin = System.nanoTime();
        process = launch(layout, ports, java, settings);
        List<String> lines = new ArrayList<>();
        BufferedReader output = process.inputReader();
        long ready = 0;
        for (@Nullable String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.startsWith("MediaNest is ready")) {
                ready = System.nanoTime();
            }
            if (line.startsWith("Ctrl-C")) {
                break;
            }
        }
        if (ready == 0) {
            throw new Refusal("MediaNest did not start:\n" + String.join("\n", lines));
        }
        start = Duration.ofNanos(ready - begin);
        setupCode = lines.stream()
                .filter(line -> line.startsWith("Set-up code:"))
                .map(line -> line.substring("Set-up code:".length()).strip())
                .findFirst();
    }

    private static Process launch(Layout layout, Ports ports, Path java, Map<String, String> settings)
            throws IOException {
        Path launcher = layout.root().resolve("deploy/local/target");
        ProcessBuilder builder = new ProcessBuilder(
                        java.toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xss512k",
                        "-Xmx64m",
                        "-XX:AOTCache=" + launcher.resolve("local-launcher.aot"),
                        "-jar",
                        launcher.resolve("local-launcher.jar").toString(),
                        "up",
                        "--root",
                        layout.root().toString(),
                        "--data",
                        layout.data().toString(),
                        "--port",
                        Integer.toString(ports.base()))
                .redirectErrorStream(true);
        Map<String, String> environment = new Caller(System.getenv()).withoutWishes();
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putAll(settings);
        return builder.start();
    }

    Ports ports() {
        return ports;
    }

    /** From the launcher's first instruction to the line that says so. */
    Duration start() {
        return start;
    }

    String setupCode() {
        return setupCode.orElseThrow(() -> new Refusal("MediaNest did not give a set-up code."));
    }

    /** In MiB, as a share of what is shared, with all child processes. */
    double memory(Part part) {
        ProcessId id = new PidRecords(layout.run()).living(part.title()).orElseThrow();
        return ProcessHandle.of(id.pid()).stream()
                        .flatMap(handle -> java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(handle), handle.descendants()))
                        .mapToLong(handle ->
                                Proc.SYSTEM.proportionalMemory(handle.pid()).orElse(0))
                        .sum()
                / (double) (1 << 20);
    }

    @Override
    public void close() {
        process.toHandle().destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

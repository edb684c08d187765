package org.medianest.compose.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.medianest.local.place.Part;
import org.medianest.local.process.Child;
import org.medianest.local.process.Programs;
import org.medianest.local.process.Signal;
import org.medianest.local.process.Spawn;
import org.medianest.local.process.Spawner;
import org.medianest.local.service.HttpProbe;
import org.medianest.local.service.ServiceProgram;
import org.medianest.local.testing.FreePorts;

/** A second replica of a service of the demo: as it runs there, with the agent as compose.tracing.yaml gives it, and a log for machines. */
final class TracedReplica implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Path AGENT =
            Path.of("target/agents/opentelemetry-javaagent.jar").toAbsolutePath();

    private final Spawner spawner = new Spawner(Programs.SYSTEM);
    private final Child child;
    private final Path log;
    private final int port = FreePorts.one();
    private final int managementPort = FreePorts.one();

    TracedReplica(WatchedDemo demo, Part service, Spans spans, Map<String, String> settings, Path folder)
            throws IOException {
        Path running = Path.of("/proc", String.valueOf(demo.pidOf(service)));
        log = folder.resolve(service.title() + "-traced.log");
        Map<String, String> environment = environmentOf(running);
        environment.putAll(Map.of(
                "QUARKUS_HTTP_PORT",
                String.valueOf(port),
                "QUARKUS_MANAGEMENT_PORT",
                String.valueOf(managementPort),
                "MEDIANEST_LOG_JSON",
                "true",
                "JAVA_TOOL_OPTIONS",
                "-javaagent:" + AGENT + " -XX:AOTMode=off",
                "OTEL_SERVICE_NAME",
                service.title(),
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                spans.url(),
                "OTEL_METRICS_EXPORTER",
                "none",
                "OTEL_LOGS_EXPORTER",
                "none",
                "OTEL_BSP_SCHEDULE_DELAY",
                "500"));
        environment.putAll(settings);
        Path application = running.resolve("cwd").toRealPath();
        child = spawner.start(new Spawn(
                service.title(),
                List.of(),
                words(running.resolve("cmdline")),
                application,
                environment,
                log,
                Signal.KILL));
    }

    int port() {
        return port;
    }

    void awaitReady() {
        HttpProbe probe = new HttpProbe(managementPort, ServiceProgram.READY_PATH);
        Awaitility.await()
                .atMost(START)
                .failFast("it has ended: " + log, () -> !child.isAlive())
                .until(probe::isOk);
    }

    /** What it has said itself: the JVM's own words come before and are not its. */
    List<String> log() throws IOException {
        return Files.readAllLines(log).stream()
                .dropWhile(line -> !line.startsWith("{"))
                .toList();
    }

    private static Map<String, String> environmentOf(Path process) throws IOException {
        Map<String, String> environment = new TreeMap<>();
        for (String variable : words(process.resolve("environ"))) {
            int equals = variable.indexOf('=');
            environment.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        return environment;
    }

    private static List<String> words(Path file) throws IOException {
        return new ArrayList<>(List.of(Files.readString(file).split("\0")));
    }

    @Override
    public void close() throws IOException {
        for (Child living : spawner.close()) {
            living.process().destroyForcibly();
        }
    }
}

package org.medianest.compose.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.medianest.compose.testing.Repository;
import org.yaml.snakeyaml.Yaml;

/** What infrastructure/prometheus and infrastructure/grafana hold. */
final class Monitoring {
    static final Path PROMETHEUS = Repository.file("infrastructure/prometheus");
    static final Path GRAFANA = Repository.file("infrastructure/grafana");

    private Monitoring() {}

    /** @param severity {@code critical} wakes somebody, {@code warning} waits until the morning */
    record Alert(String name, String expr, String severity, Map<String, String> annotations) {}

    static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Alert> alerts() {
        return files(PROMETHEUS.resolve("alerts"), ".yml").stream()
                .flatMap(file -> rules(file).stream())
                .map(rule -> new Alert(
                        Panel.text(rule, "alert"),
                        Panel.text(rule, "expr"),
                        Objects.requireNonNull(texts(rule, "labels").get("severity")),
                        texts(rule, "annotations")))
                .toList();
    }

    static List<Map<String, ?>> rules(Path file) {
        Map<String, ?> content = yaml(file);
        return Panel.maps(Objects.requireNonNull(content.get("groups"))).stream()
                .flatMap(group -> Panel.maps(Objects.requireNonNull(group.get("rules"))).stream())
                .toList();
    }

    static List<Dashboard> dashboards() {
        return files(GRAFANA.resolve("source"), ".yml").stream()
                .map(Dashboard::read)
                .toList();
    }

    static Map<String, ?> yaml(Path file) {
        try {
            return new Yaml().load(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> texts(Map<String, ?> rule, String key) {
        return (Map<String, String>) Objects.requireNonNull(rule.get(key));
    }
}

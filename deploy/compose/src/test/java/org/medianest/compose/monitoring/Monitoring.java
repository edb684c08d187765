package org.medianest.compose.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.medianest.compose.testing.Repository;
import org.yaml.snakeyaml.Yaml;

/** What infrastructure/prometheus and infrastructure/grafana hold. */
final class Monitoring {
    static final Path PROMETHEUS = Repository.file("infrastructure/prometheus");
    static final Path GRAFANA = Repository.file("infrastructure/grafana");

    private Monitoring() {}

    private static final Pattern DURATION_PART = Pattern.compile("(\\d+)([dhms])");

    /**
     * @param pending for how long it must be so before it fires: the rule's {@code for}
     * @param severity {@code critical} wakes somebody, {@code warning} waits until the morning
     */
    record Alert(String name, String expr, Duration pending, String severity, Map<String, String> annotations) {}

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
                        rule.containsKey("for") ? duration(Panel.text(rule, "for")) : Duration.ZERO,
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

    /** As Prometheus writes them: {@code 1d2h10m}. */
    static Duration duration(String text) {
        return DURATION_PART
                .matcher(text)
                .results()
                .map(part -> Duration.of(Long.parseLong(part.group(1)), unit(part.group(2))))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static ChronoUnit unit(String letter) {
        return switch (letter) {
            case "d" -> ChronoUnit.DAYS;
            case "h" -> ChronoUnit.HOURS;
            case "m" -> ChronoUnit.MINUTES;
            default -> ChronoUnit.SECONDS;
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> texts(Map<String, ?> rule, String key) {
        return (Map<String, String>) Objects.requireNonNull(rule.get(key));
    }
}

package org.medianest.compose.monitoring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One test of an alert, as promtool runs it.
 *
 * @param step how often the rules are evaluated in it
 * @param silent when the alert must not fire
 * @param fires when it must
 */
record Rehearsal(String alert, Duration step, List<Duration> silent, List<Duration> fires) {
    static Stream<Rehearsal> in(Path file) {
        Map<String, ?> content = Monitoring.yaml(file);
        Duration step = Monitoring.duration(Panel.text(content, "evaluation_interval"));
        return Panel.maps(Objects.requireNonNull(content.get("tests"))).stream()
                .map(test -> of(step, Panel.maps(Objects.requireNonNull(test.get("alert_rule_test")))));
    }

    private static Rehearsal of(Duration step, List<Map<String, ?>> expectations) {
        return new Rehearsal(
                Panel.text(expectations.getFirst(), "alertname"),
                step,
                times(expectations, false),
                times(expectations, true));
    }

    private static List<Duration> times(List<Map<String, ?>> expectations, boolean firing) {
        return expectations.stream()
                .filter(expectation -> firing == isFiring(expectation))
                .map(expectation -> Monitoring.duration(Panel.text(expectation, "eval_time")))
                .sorted()
                .toList();
    }

    private static boolean isFiring(Map<String, ?> expectation) {
        return expectation.get("exp_alerts") instanceof List<?> alerts && !alerts.isEmpty();
    }

    /** How long it is between the last time that it is known to be silent and the first that it fires; empty when it never fires. */
    Optional<Duration> leap() {
        return fires.stream()
                .findFirst()
                .map(first -> first.minus(silent.stream()
                        .filter(time -> time.compareTo(first) < 0)
                        .reduce((earlier, later) -> later)
                        .orElse(Duration.ZERO)));
    }
}

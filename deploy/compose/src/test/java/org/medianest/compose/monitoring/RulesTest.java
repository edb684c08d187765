package org.medianest.compose.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.medianest.compose.testing.Machine;
import org.medianest.compose.testing.Repository;

/** The rules of Prometheus, by its own tool. */
class RulesTest {
    private static final Path TESTS = Monitoring.PROMETHEUS.resolve("tests");

    @Test
    void configurationIsSound() throws IOException, InterruptedException {
        Outcome outcome = promtool("check", "config", Monitoring.PROMETHEUS.resolve("prometheus.yml"));

        assertThat(outcome.code()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("alerts/site.yml", "rules/medianest.yml");
    }

    @Test
    void alertsFireWhenTheyShouldAndNotBefore() throws IOException, InterruptedException {
        Outcome outcome =
                promtool("test", "rules", Monitoring.files(TESTS, ".yml").toArray());

        assertThat(outcome.code()).as(outcome.output()).isZero();
    }

    @Test
    void everyAlertHasATestThatFiresAndOneThatDoesNot() {
        Set<String> names =
                Monitoring.alerts().stream().map(Monitoring.Alert::name).collect(Collectors.toSet());

        assertThat(alertsIn(true)).isEqualTo(names);
        assertThat(alertsIn(false)).isEqualTo(names);
    }

    /** So an alert that waits for a step longer or shorter than it says fails its test. */
    @Test
    void everyAlertIsSilentUntilOneStepBeforeItFires() {
        Map<String, Duration> pending = Monitoring.alerts().stream()
                .collect(Collectors.toMap(Monitoring.Alert::name, Monitoring.Alert::pending));

        assertThat(rehearsals()).allSatisfy(rehearsal -> {
            assertThat(rehearsal.leap()).isIn(Optional.empty(), Optional.of(rehearsal.step()));
            assertThat(Objects.requireNonNull(pending.get(rehearsal.alert())))
                    .as("an evaluation within what it waits")
                    .matches(wait -> wait.isZero() || wait.compareTo(rehearsal.step()) >= 0);
        });
    }

    @Test
    void everyAlertSaysWhatItIsAndWhereItsPageLies() {
        assertThat(Monitoring.alerts()).hasSizeGreaterThan(30).allSatisfy(alert -> {
            assertThat(alert.severity()).isIn("critical", "warning");
            assertThat(alert.annotations()).containsOnlyKeys("summary", "description", "runbook_url");
            String page = Objects.requireNonNull(alert.annotations().get("runbook_url"));
            assertThat(page).isEqualTo("docs/operations/runbooks/" + alert.name() + ".md");
            assertThat(Repository.text(page))
                    .startsWith("# " + alert.name() + "\n")
                    .contains("## What it means", "## How to look", "## How to mend");
        });
    }

    @Test
    void everyPageBelongsToAnAlert() {
        List<String> names =
                Monitoring.alerts().stream().map(alert -> alert.name() + ".md").toList();

        assertThat(Monitoring.files(Repository.file("docs/operations/runbooks"), ".md"))
                .extracting(page -> page.getFileName().toString())
                .filteredOn(page -> !page.equals("README.md"))
                .containsExactlyInAnyOrderElementsOf(names);
    }

    /** The alerts for which there is a test with these expectations: that they fire, or that they never do. */
    private static Set<String> alertsIn(boolean fires) {
        return rehearsals()
                .filter(rehearsal -> fires != rehearsal.fires().isEmpty())
                .map(Rehearsal::alert)
                .collect(Collectors.toSet());
    }

    private static Stream<Rehearsal> rehearsals() {
        return Monitoring.files(TESTS, ".yml").stream().flatMap(Rehearsal::in);
    }

    private static Outcome promtool(String verb, String what, Object... files)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Machine.program("promtool").toString(), verb, what));
        for (Object file : files) {
            command.add(file.toString());
        }
        return Outcome.of(command, Map.of());
    }
}

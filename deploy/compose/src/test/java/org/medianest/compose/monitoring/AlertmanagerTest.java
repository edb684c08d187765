package org.medianest.compose.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.compose.testing.Machine;
import org.medianest.compose.testing.Repository;

/** Who hears of an alert, by Alertmanager's own tool. */
class AlertmanagerTest {
    private static final Path RENDER = Repository.file("infrastructure/alertmanager/render");
    private static final Path PLAIN = Repository.file("infrastructure/alertmanager/alertmanager.yml");
    private static final Pattern NAMES = Pattern.compile("alertname=~?\"([^\"]+)\"");

    @TempDir
    Path folder;

    @Test
    void withoutSettingsItRunsAndTellsNobody() throws IOException, InterruptedException {
        Path written = rendered(Map.of());

        assertThat(written).hasSameTextualContentAs(PLAIN);
        check(written);
        assertThat(Files.readString(written)).doesNotContain("_configs:");
    }

    @Test
    void mailAndWebhookGoToBothReceivers() throws IOException, InterruptedException {
        Path password = Files.writeString(folder.resolve("password"), "secret");

        Path written = rendered(Map.of(
                "MEDIANEST_ALERTS_WEBHOOK", "https://ntfy.example.org/nest?template=alertmanager",
                "MEDIANEST_ALERTS_MAIL_TO", "ada@example.org,grace@example.org",
                "MEDIANEST_ALERTS_MAIL_SERVER", "mail.example.org:587",
                "MEDIANEST_ALERTS_MAIL_USERNAME", "nest",
                "MEDIANEST_ALERTS_MAIL_PASSWORD_FILE", password.toString()));

        check(written);
        assertThat(Files.readString(written))
                .doesNotContain("secret")
                .containsOnlyOnce("name: urgent")
                .contains("from: 'ada@example.org'", "auth_password_file: '" + password + "'");
        assertThat(receivers(written))
                .allSatisfy((name, kinds) -> assertThat(kinds).isEqualTo(name.equals("nobody") ? 0 : 2));
    }

    @Test
    void whatCannotWorkIsRefusedWithWords() throws IOException, InterruptedException {
        assertThat(render(Map.of("MEDIANEST_ALERTS_MAIL_TO", "ada@example.org")).output())
                .contains("MEDIANEST_ALERTS_MAIL_SERVER");
        assertThat(render(Map.of("MEDIANEST_ALERTS_WEBHOOK", "https://x'\n- y")).output())
                .contains("MEDIANEST_ALERTS_*");
        assertThat(folder.resolve("alertmanager.yml")).doesNotExist();
    }

    @Test
    void urgentAndOrdinaryAlertsTakeTheirOwnWay() throws IOException, InterruptedException {
        assertThat(routeOf("critical")).isEqualTo("urgent");
        assertThat(routeOf("warning")).isEqualTo("ordinary");
        assertThat(routeOf("unknown")).isEqualTo("nobody");
    }

    @Test
    void everyAlertThatIsHeldBackOrHoldsBackExists() throws IOException {
        List<String> known =
                Monitoring.alerts().stream().map(Monitoring.Alert::name).toList();

        List<String> named = NAMES.matcher(Files.readString(PLAIN))
                .results()
                .flatMap(match -> Stream.of(match.group(1).split("\\|")))
                .toList();

        assertThat(named).isNotEmpty();
        assertThat(known).containsAll(named);
    }

    private String routeOf(String severity) throws IOException, InterruptedException {
        return amtool("config", "routes", "test", "--config.file=" + PLAIN, "severity=" + severity)
                .output()
                .lines()
                .filter(line -> !line.startsWith("Warning"))
                .collect(Collectors.joining())
                .strip();
    }

    private static void check(Path file) throws IOException, InterruptedException {
        Outcome outcome = amtool("check-config", file.toString());
        assertThat(outcome.code()).as(outcome.output()).isZero();
    }

    private static Map<String, Long> receivers(Path file) {
        return Panel.maps(Objects.requireNonNull(Monitoring.yaml(file).get("receivers"))).stream()
                .collect(Collectors.toMap(
                        receiver -> Panel.text(receiver, "name"),
                        receiver -> receiver.keySet().stream()
                                .filter(key -> key.endsWith("_configs"))
                                .count()));
    }

    private Path rendered(Map<String, String> environment) throws IOException, InterruptedException {
        Outcome outcome = render(environment);
        assertThat(outcome.code()).as(outcome.output()).isZero();
        return folder.resolve("alertmanager.yml");
    }

    private Outcome render(Map<String, String> environment) throws IOException, InterruptedException {
        return Outcome.of(
                List.of(RENDER.toString(), folder.resolve("alertmanager.yml").toString()), environment);
    }

    private static Outcome amtool(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Machine.program("amtool").toString()));
        command.addAll(List.of(words));
        return Outcome.of(command, Map.of());
    }
}

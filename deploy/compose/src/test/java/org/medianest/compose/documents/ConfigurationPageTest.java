package org.medianest.compose.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.medianest.compose.testing.Repository;
import org.medianest.compose.testing.SettingSources;
import org.medianest.compose.testing.SettingSources.Setting;

/** docs/operations/configuration.md names every setting. The table of the services' own is written with -Dmedianest.docs.update=true. */
class ConfigurationPageTest {
    private static final String PAGE = "docs/operations/configuration.md";
    private static final String START = "<!-- written from the sources -->\n";
    private static final String END = "<!-- end -->";
    private static final Pattern VARIABLE = Pattern.compile("\\bMEDIANEST_[A-Z0-9_]*[A-Z0-9]\\b");

    /** What the services know each other by; there is nothing to choose. */
    private static final Set<String> FIXED =
            Set.of("MEDIANEST_EVENTS_SERVICE", "MEDIANEST_EVENTS_PUBLISHES_TO", "MEDIANEST_EVENTS_CONSUMES");

    @Test
    void tableOfTheServicesSaysWhatTheSourcesSay() throws IOException {
        String page = Repository.text(PAGE);
        int start = page.indexOf(START) + START.length();
        int end = page.indexOf(END);
        String written = page.substring(start, end);
        String wanted = table(page.substring(0, start) + page.substring(end));

        if (Boolean.getBoolean("medianest.docs.update")) {
            Files.writeString(Repository.file(PAGE), page.substring(0, start) + wanted + page.substring(end));
        } else {
            assertThat(written).isEqualTo(wanted);
        }
    }

    @Test
    void everyVariableOfComposeIsExplained() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.list(Repository.file("deploy/compose"))) {
            files.filter(file -> file.getFileName().toString().matches("compose.*\\.yaml|.*\\.env.*|setup|doctor"))
                    .flatMap(file -> variables(Repository.text("deploy/compose/" + file.getFileName())))
                    .forEach(used::add);
        }

        assertThat(explained()).containsAll(used);
    }

    @Test
    void everySettingWithoutAnInterfaceIsExplained() {
        Set<String> settings = new TreeSet<>(SettingSources.plain().keySet());
        settings.removeAll(FIXED);

        assertThat(explained()).containsAll(settings);
    }

    /** Those that the page explains by hand are not said twice. */
    private static String table(String rest) {
        Set<String> byHand = rows(rest);
        String rows = SettingSources.mapped().values().stream()
                .filter(setting -> !byHand.contains(setting.variable()) && !FIXED.contains(setting.variable()))
                .map(ConfigurationPageTest::row)
                .collect(Collectors.joining());
        return "| variable | default | effect |\n|---|---|---|\n" + rows;
    }

    private static String row(Setting setting) {
        String standard = setting.standard().isEmpty() ? "" : "`" + setting.standard() + "`";
        return "| `%s` | %s | %s |\n".formatted(setting.variable(), standard, setting.effect());
    }

    private static Set<String> explained() {
        return rows(Repository.text(PAGE));
    }

    /** The variables in the first column of a table. */
    private static Set<String> rows(String page) {
        return page.lines()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> variables(line.split("\\|", 3)[1]))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> variables(String text) {
        return VARIABLE.matcher(text).results().map(MatchResult::group);
    }
}

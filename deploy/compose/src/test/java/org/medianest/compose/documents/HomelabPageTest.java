package org.medianest.compose.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.medianest.compose.testing.KnownTests;
import org.medianest.compose.testing.Repository;

/** What can happen in the homelab's household, its page says, and what our services make of it is shown by a test of theirs. */
class HomelabPageTest {
    private static final String PAGE = Repository.text("infrastructure/homelab/README.md");
    private static final List<String> SCENARIOS = Pattern.compile("scenarios\\.put\\(\\s*\"([a-z0-9-]+)\"")
            .matcher(Repository.text(
                    "infrastructure/homelab/src/main/java/org/medianest/homelab/control/Scenarios.java"))
            .results()
            .map((MatchResult match) -> match.group(1))
            .toList();

    @Test
    void everyScenarioIsOnThePage() {
        assertThat(SCENARIOS).hasSizeGreaterThan(15).allMatch(scenario -> PAGE.contains("`" + scenario + "`"));
    }

    @Test
    void everyScenarioIsPlayedByATest() {
        List<String> tests = KnownTests.texts();

        assertThat(SCENARIOS).allMatch(scenario -> {
            Pattern named = Pattern.compile("\"" + scenario + "[\" ]");
            return tests.stream().anyMatch(test -> named.matcher(test).find());
        });
    }
}

package org.medianest.compose.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.medianest.compose.testing.KnownTests;
import org.medianest.compose.testing.Repository;

/** docs/operations/architecture.md names files and tests that are there, and for each of its lines one that shows it. */
class ArchitecturePageTest {
    private static final String PAGE = Repository.text("docs/operations/architecture.md");
    private static final Pattern FILE =
            Pattern.compile("`((?:deploy|infrastructure|web-ui|[a-z-]+-service)/[\\w./-]+)`");
    private static final Pattern SHOWN = Pattern.compile("`[\\w.]*Test[.\\w]*`|\\.spec\\.ts`|^nothing to show$");

    @Test
    void everyFileThatItNamesIsThere() {
        List<String> files = FILE.matcher(PAGE)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();

        assertThat(files).isNotEmpty().allMatch(path -> Files.exists(Repository.file(path)));
    }

    @Test
    void everyTestThatItNamesIsThere() {
        assertThat(KnownTests.all()).containsAll(KnownTests.namedIn(PAGE));
    }

    @Test
    void everyLineSaysWhatShowsIt() {
        List<String> shown = PAGE.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| it asks"))
                .map(line -> line.split(" \\| "))
                .map(cells -> cells[cells.length - 1].replaceFirst(" \\|$", ""))
                .toList();

        assertThat(shown)
                .hasSizeGreaterThan(50)
                .allMatch(cell -> SHOWN.matcher(cell).find());
    }
}

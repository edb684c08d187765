package org.medianest.compose.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.medianest.compose.testing.Repository;

/** docs/operations/architecture.md names files and tests that are there. */
class ArchitecturePageTest {
    private static final String PAGE = Repository.text("docs/operations/architecture.md");

    @Test
    void everyFileThatItNamesIsThere() {
        assertThat(words("`((?:deploy|infrastructure|[a-z-]+-service)/[\\w./-]+)`"))
                .isNotEmpty()
                .allMatch(path -> Files.exists(Repository.file(path)));
    }

    @Test
    void everyTestThatItNamesIsThere() throws IOException {
        Set<String> tests = words("`(\\w+Test)`");
        try (Stream<Path> compose = Files.walk(Repository.file("deploy/compose/src/test"));
                Stream<Path> local = Files.walk(Repository.file("deploy/local/src/test"));
                Stream<Path> gateway = Files.walk(Repository.file("gateway-service/src/test"))) {
            Set<String> there = Stream.of(compose, local, gateway)
                    .flatMap(files -> files.map(file -> file.getFileName().toString()))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());

            assertThat(there).containsAll(tests);
        }
    }

    private static Set<String> words(String regex) {
        return Pattern.compile(regex)
                .matcher(PAGE)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
    }
}

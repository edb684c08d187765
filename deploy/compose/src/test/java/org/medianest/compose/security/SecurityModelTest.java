package org.medianest.compose.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.medianest.compose.testing.Repository;

/** A claim without a test is a hope: each test that docs/operations/security-model.md names is there. */
class SecurityModelTest {
    private static final Pattern TEST = Pattern.compile("`(?:[a-z]+\\.)*([A-Z]\\w+Test)(?:\\.(\\w+))?`");
    private static final Pattern METHOD = Pattern.compile("void (\\w+)\\(");
    private static final List<String> MODULES = List.of(
            "service-commons",
            "auth-service",
            "download-service",
            "gateway-service",
            "media-request-service",
            "deploy/local",
            "deploy/compose");

    @Test
    void everyTestThatIsNamedIsThere() {
        Set<String> known = new TreeSet<>();
        tests().forEach(file -> {
            String name = file.getFileName().toString().replace(".java", "");
            known.add(name);
            METHOD.matcher(read(file)).results().forEach(method -> known.add(name + "." + method.group(1)));
        });

        List<String> named = TEST.matcher(Repository.text("docs/operations/security-model.md"))
                .results()
                .map(test -> test.group(2) == null ? test.group(1) : test.group(1) + "." + test.group(2))
                .toList();

        assertThat(named).hasSizeGreaterThan(20);
        assertThat(known).containsAll(named);
    }

    private static List<Path> tests() {
        return MODULES.stream().flatMap(SecurityModelTest::tests).toList();
    }

    private static Stream<Path> tests(String module) {
        try (Stream<Path> files = Files.walk(Repository.file(module).resolve("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith("Test.java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

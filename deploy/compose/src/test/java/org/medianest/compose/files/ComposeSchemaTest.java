package org.medianest.compose.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.medianest.compose.testing.Commands;
import org.medianest.compose.testing.Commands.Outcome;
import org.medianest.compose.testing.Machine;
import org.medianest.compose.testing.Repository;

/**
 * Docker Compose itself reads the files, without an engine: it checks them against the schema of the Compose specification, resolves
 * variables and references, and lays them over each other.
 */
class ComposeSchemaTest {
    private static final Path COMPOSE = recent(Machine.program("docker-compose"));

    /** Not the settings of whoever runs the tests in a checkout that is in use. */
    @TempDir
    private static Path elsewhere;

    static Stream<List<String>> sets() {
        return Stream.of(
                List.of("compose.yaml"),
                List.of("compose.yaml", "compose.build.yaml"),
                List.of("compose.yaml", "compose.prod.yaml"),
                List.of("compose.yaml", "compose.prod.yaml", "compose.behind-proxy.yaml"),
                List.of("compose.yaml", "compose.prod.yaml", "compose.second-backup.yaml"),
                List.of("compose.yaml", "compose.prod.yaml", "compose.mail.yaml"),
                List.of("compose.yaml", "compose.prod.yaml", "compose.monitoring.yaml"),
                List.of("compose.yaml", "compose.prod.yaml", "compose.monitoring.yaml", "compose.logs.yaml"),
                List.of("compose.yaml", "compose.prod.yaml", "compose.tracing.yaml"),
                List.of("compose.yaml", "compose.build.yaml", "compose.dev.yaml"),
                List.of("compose.yaml", "compose.build.yaml", "compose.test.yaml"));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void filesAreValid(List<String> files) throws Exception {
        Outcome answer = config(
                files,
                "MEDIANEST_DOMAIN=media.test",
                "MEDIANEST_IMAGES=here",
                "MEDIANEST_VERSION=1.2.3",
                "MEDIANEST_HTTPS_PORT=18443",
                "MEDIANEST_NGINX_TRUSTED_PROXIES=10.0.0.1",
                "MEDIANEST_SECOND_BACKUP_FOLDER=/mnt/second",
                "MEDIANEST_MAIL_HOST=mail.example.org",
                "MEDIANEST_MAIL_FROM=nest@example.org",
                "MEDIANEST_MAIL_USERNAME=nest");

        assertThat(answer.output()).isEmpty();
        assertThat(answer.code()).isZero();
    }

    @Test
    void withoutTheDomainNothingStarts() throws Exception {
        Outcome answer = config(List.of("compose.yaml"));

        assertThat(answer.code()).isNotZero();
        assertThat(answer.output()).contains("is the name under which MediaNest is reached; ./setup asks for it");
    }

    @Test
    void productionWantsARelease() throws Exception {
        Outcome answer = config(
                List.of("compose.yaml", "compose.prod.yaml"), "MEDIANEST_DOMAIN=media.test", "MEDIANEST_IMAGES=here");

        assertThat(answer.code()).isNotZero();
        assertThat(answer.output()).contains("is the release to run; latest is none");
    }

    /** The one before, of 2021, knows less than our files say, and nobody mends it. */
    private static Path recent(Path compose) {
        try {
            String version = Commands.run(Map.of(), compose.toString(), "version", "--short")
                    .strip();
            return version.startsWith("1.")
                    ? abort("docker-compose " + version + " is too old for our files")
                    : compose;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Outcome config(List<String> files, String... variables) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "env", "-i", "-C", Repository.file("deploy/compose").toString(), "PATH=" + System.getenv("PATH")));
        command.addAll(List.of(variables));
        Path empty = elsewhere.resolve("empty.env");
        Files.writeString(empty, "");
        command.addAll(List.of(COMPOSE.toString(), "--env-file", empty.toString()));
        files.forEach(file -> command.addAll(List.of("-f", file)));
        command.addAll(List.of("config", "--quiet"));
        return Commands.attempt(Map.of(), command.toArray(String[]::new));
    }
}

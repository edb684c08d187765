package org.medianest.compose.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.compose.testing.OperatorPages;
import org.medianest.compose.testing.Repository;

/**
 * What docs/operations tells somebody to type can be typed: scripts are there and know what they are given, Compose and its files know the
 * services, images hold the programs, and what logs are searched for is something that is logged.
 */
class CommandsTest {
    private static final Path COMPOSE = Repository.file("deploy/compose");

    /** A script in the working folder, or by a way from there. */
    private static final Pattern SCRIPT = Pattern.compile("\\.{1,2}/[\\w./-]+");

    private static final Pattern VERB = Pattern.compile("[a-z]+");

    /** What every machine has. */
    private static final Set<String> ORDINARY = Set.of(
            "cat", "cd", "chown", "curl", "df", "echo", "git", "grep", "install", "sed", "ss", "sudo", "tail", "tar");

    private static final Set<String> OF_DOCKER =
            Set.of("build", "buildx imagetools", "image prune", "inspect", "load", "system df", "volume prune");

    /** What images bring that are not ours, or that ours are made from. */
    private static final Map<String, Set<String>> PROGRAMS = Map.of(
            "alertmanager", Set.of("amtool"),
            "auth-service", Set.of("cat", "java"),
            "backup", Set.of("tar"),
            "download-service", Set.of("cat", "du", "java"),
            "nginx", Set.of("nginx"),
            "postgres", Set.of("psql"),
            "prometheus", Set.of("promtool"),
            "redis", Set.of("redis-cli"));

    @TestFactory
    Stream<DynamicTest> everyCommandCanBeTyped() {
        return OperatorPages.commands()
                .map(told -> DynamicTest.dynamicTest(told.toString(), () -> lookAt(told.text())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "./backups",
                "./backup fulll",
                "./restore --until now",
                "sudo ./backup diff --with-secret",
                "./medianest upp",
                "../../infrastructure/tracing/agents",
                "helm install medianest",
                "docker rmi -f everything",
                "docker compose begin",
                "docker compose up --daemon",
                "docker compose logs auth",
                "docker compose -f compose.yaml logs prometheus",
                "docker compose -f compose.nothing.yaml up",
                "docker compose up -d --scale auth=2",
                "docker compose exec redis psql",
                "docker compose ps && docker compose exec backup /opt/medianest/backup/seals list",
                "docker compose run --rm --entrypoint bash backup",
                "docker inspect $(docker compose ps -q auth)",
            })
    void whatCannotBeTypedIsFound(String line) {
        assertThatThrownBy(() -> lookAt(line)).isNotNull();
    }

    @Test
    void thereAreCommandsOnThePages() {
        assertThat(OperatorPages.commands()).hasSizeGreaterThan(100);
        assertThat(OperatorPages.queries()).hasSizeGreaterThan(3);
    }

    /** Words, not single ones: those are in the code by chance. */
    @Test
    void whatLogsAreSearchedForIsLogged() throws IOException {
        List<String> phrases = OperatorPages.commands()
                .flatMap(told -> ShellLine.of(told.text()).commands().stream())
                .filter(command -> command.getFirst().equals("grep"))
                .flatMap(command -> Pattern.compile("\\|").splitAsStream(command.getLast()))
                .filter(phrase -> phrase.contains(" "))
                .toList();

        String sources = sources();

        assertThat(phrases)
                .hasSizeGreaterThan(3)
                .allSatisfy(phrase -> assertThat(sources).contains(phrase));
    }

    private static void lookAt(String line) {
        ShellLine.of(line).commands().forEach(CommandsTest::look);
    }

    private static void look(List<String> command) {
        String program = command.getFirst();
        List<String> words = command.subList(1, command.size());
        if (SCRIPT.matcher(program).matches()) {
            lookAtScript(program, words);
        } else if (program.equals("docker")) {
            lookAtDocker(words);
        } else {
            assertThat(ORDINARY).contains(program);
        }
    }

    /** Its head says the options, or a branch does; its branches are the verbs. What it hands on to a program is that one's own affair. */
    private static void lookAtScript(String name, List<String> words) {
        Path file = Stream.of(COMPOSE, Repository.file(""))
                .map(folder -> folder.resolve(name).normalize())
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no script " + name));
        if (file.endsWith("mvnw")) {
            return;
        }
        String text = Repository.text(Repository.file("").relativize(file).toString());
        String head = text.lines().takeWhile(line -> line.startsWith("#")).collect(Collectors.joining("\n"));
        for (String word : own(words)) {
            String branch = "(?m)(^|[(|])\\s*" + word + "\\s*(\\||\\))";
            if (word.startsWith("-")) {
                assertThat(Pattern.compile(branch).matcher(text).find()
                                || Pattern.compile("(?<![\\w-])" + word + "(?![\\w-])")
                                        .matcher(head)
                                        .find())
                        .as(name + " takes " + word)
                        .isTrue();
            } else if (VERB.matcher(word).matches() && word.equals(words.getFirst())) {
                assertThat(text).as(name).containsPattern(branch);
            }
        }
    }

    private static List<String> own(List<String> words) {
        return words.stream()
                .takeWhile(word -> !word.equals("psql") && !word.equals("pg_dump"))
                .toList();
    }

    private static void lookAtDocker(List<String> words) {
        if (!words.getFirst().equals("compose")) {
            assertThat(OF_DOCKER).anyMatch(verb -> String.join(" ", words).startsWith(verb));
            return;
        }
        Compose compose = Compose.of(words.subList(1, words.size()));
        assertThat(compose.files()).allMatch(file -> Files.exists(COMPOSE.resolve(file)));
        assertThat(compose.known())
                .containsAll(compose.services().stream()
                        .filter(service -> !service.equals("…"))
                        .toList());
        compose.program().ifPresent(program -> lookAtProgram(compose.services().getFirst(), program));
    }

    private static void lookAtProgram(String service, String program) {
        Optional<Path> ours = Optional.of(program)
                .filter(path -> path.startsWith("/opt/medianest/"))
                .map(path -> Repository.file(path.replace("/opt/medianest/", "infrastructure/")));
        if (ours.isPresent()) {
            assertThat(ours.get()).isExecutable();
        } else {
            assertThat(PROGRAMS.getOrDefault(service, Set.of()))
                    .as("programs of " + service)
                    .contains(program);
        }
    }

    private static String sources() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of(
                "service-commons/src/main/java",
                "auth-service/src/main/java",
                "media-request-service/src/main/java",
                "download-service/src/main/java",
                "gateway-service/src/main/java",
                "infrastructure/backup")) {
            try (Stream<Path> all = Files.walk(Repository.file(folder))) {
                all.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        StringBuilder sources = new StringBuilder();
        for (Path file : files) {
            sources.append(Files.readString(file));
        }
        return sources.toString();
    }
}

package org.medianest.compose.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.medianest.compose.testing.ComposeFiles;
import org.medianest.compose.testing.Dockerfile;
import org.medianest.compose.testing.Dockerfile.Instruction;
import org.medianest.compose.testing.Repository;

/** Every image: pinned, without root, without a shell where none is needed, and made of files that exist once the build is done. */
class DockerfileTest {
    static Stream<Dockerfile> all() throws IOException {
        List<Dockerfile> files = new ArrayList<>();
        for (String folder : List.of(
                "infrastructure", "gateway-service", "auth-service", "media-request-service", "download-service")) {
            try (Stream<Path> paths = Files.find(
                    Repository.file(folder),
                    6,
                    (path, attributes) -> path.getFileName().toString().startsWith("Dockerfile")
                            && !path.toString().contains("/target/"))) {
                paths.map(path -> Repository.file("").relativize(path).toString())
                        .sorted()
                        .map(Dockerfile::read)
                        .forEach(files::add);
            }
        }
        return files.stream();
    }

    @Test
    void eachServiceHasAnImageForTheJvmAndANativeOne() throws IOException {
        List<String> paths = all().map(Dockerfile::path).toList();

        ComposeFiles.OURS.forEach(service -> assertThat(paths)
                .contains(service + "/src/main/docker/Dockerfile.jvm", service + "/src/main/docker/Dockerfile.native"));
        Stream.of("nginx", "postgres", "redis")
                .forEach(name -> assertThat(paths).contains("infrastructure/" + name + "/Dockerfile"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void basesArePinnedByVersion(Dockerfile file) {
        Set<String> stages = new HashSet<>();
        file.all("FROM").forEach(from -> {
            String base = from.words().getFirst();
            if (!stages.contains(base) && !base.equals("scratch")) {
                assertThat(base)
                        .as(file.path())
                        .matches("[a-z0-9./-]+:[a-z-]*[0-9]+[.0-9a-z_-]*(@sha256:[0-9a-f]{64})?")
                        .doesNotContain("latest");
            }
            if (from.words().size() > 2) {
                stages.add(from.words().get(2));
            }
        });
        file.all("COPY")
                .filter(copy -> copy.flags().containsKey("from"))
                .forEach(copy ->
                        assertThat(stages).as(file.path()).contains(copy.flags().getOrDefault("from", "")));
    }

    @ParameterizedTest
    @MethodSource("all")
    void nobodyIsRoot(Dockerfile file) {
        assertThat(file.last("USER").rest()).as(file.path()).matches("[1-9]\\d*:[1-9]\\d*");
        if (file.path().contains("-service/")) {
            assertThat(file.last("USER").rest()).isEqualTo("1001:1001");
        }
        List<Instruction> stage = file.lastStage();
        assertThat(stage.indexOf(file.last("USER")))
                .as("nothing is written after the user has changed")
                .isGreaterThan(lastIndex(stage, Set.of("COPY", "RUN", "ADD")));
    }

    @ParameterizedTest
    @MethodSource("all")
    void programsAreStartedAndAskedWithoutAShell(Dockerfile file) {
        assertThat(file.last("ENTRYPOINT").exec()).as(file.path()).isNotEmpty();
        Instruction check = file.last("HEALTHCHECK");
        assertThat(check.exec()).as(file.path()).isNotEmpty();
        assertThat(check.rest()).doesNotContain("curl", "wget");
        assertThat(check.flags()).containsKeys("interval", "timeout", "start-period", "retries");
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatComesFromElsewhereIsChecked(Dockerfile file) {
        file.all("ADD")
                .forEach(add -> assertThat(add.flags().getOrDefault("checksum", ""))
                        .as(file.path())
                        .matches("sha256:[0-9a-f]{64}"));
        file.all("RUN")
                .forEach(run -> assertThat(run.rest())
                        .as(file.path())
                        .doesNotContain("curl", "wget", "pip install", "npm install"));
        file.all("RUN")
                .filter(run -> run.rest().contains("apt-get install"))
                .forEach(run -> assertThat(run.rest()).contains("--no-install-recommends"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void sourcesExistAndAreInTheBuildContext(Dockerfile file) throws IOException {
        List<String> missing = new ArrayList<>();
        for (Instruction copy : file.all("COPY")
                .filter(copy -> !copy.flags().containsKey("from"))
                .toList()) {
            List<String> sources = copy.words().subList(0, copy.words().size() - 1);
            for (String source : sources) {
                boolean there = source.contains("/target/native-sources") || Files.exists(Repository.file(source));
                if (!there || !DockerIgnore.lets(source)) {
                    missing.add(source);
                }
            }
        }
        assertThat(missing).as(file.path()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void imagesSayWhatTheyAre(Dockerfile file) {
        assertThat(file.last("LABEL").rest())
                .as(file.path())
                .contains("org.opencontainers.image.title=", "org.opencontainers.image.licenses=\"Apache-2.0\"");
        if (!file.path().contains("homelab")) {
            assertThat(file.last("LABEL").rest())
                    .contains("image.version=\"dev\"", "image.revision=", "image.created=");
        }
    }

    @Test
    void buildsNameImagesThatExist() {
        ComposeFiles files = ComposeFiles.of("compose.build.yaml", "compose.test.yaml");
        files.services().values().stream()
                .filter(service -> service.has("build"))
                .forEach(service -> assertThat(Repository.file(
                                service.path("build").path("dockerfile").asText()))
                        .exists());
        List<String> unbuilt = new ArrayList<>();
        Set<String> built = new HashSet<>();
        files.services().values().stream()
                .filter(service -> service.has("build"))
                .forEach(service -> built.add(service.path("image").asText()));
        files.services().forEach((name, service) -> {
            if (!built.contains(service.path("image").asText())) {
                unbuilt.add(name);
            }
        });
        assertThat(unbuilt).isEmpty();
    }

    private static int lastIndex(List<Instruction> stage, Set<String> names) {
        int last = -1;
        for (int i = 0; i < stage.size(); i++) {
            if (names.contains(stage.get(i).name())) {
                last = i;
            }
        }
        return last;
    }

    /** The last line of .dockerignore that fits decides. */
    private static final class DockerIgnore {
        static boolean lets(String source) {
            boolean let = true;
            String path = source.replaceAll("/$", "");
            for (String line : Repository.text(".dockerignore")
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList()) {
                boolean exception = line.startsWith("!");
                String pattern = exception ? line.substring(1) : line;
                PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
                if (Stream.iterate(Path.of(path), part -> part != null, Path::getParent)
                        .anyMatch(matcher::matches)) {
                    let = exception;
                }
            }
            return let;
        }
    }
}

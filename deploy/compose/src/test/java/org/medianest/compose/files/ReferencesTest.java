package org.medianest.compose.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.medianest.compose.testing.ComposeFiles;
import org.medianest.compose.testing.Dockerfile;
import org.medianest.compose.testing.Repository;

/** What the files name is there: programs, folders, networks, volumes, ports, services. */
class ReferencesTest {
    private static final Pattern LOCAL = Pattern.compile("(\\.{1,2}/[^:]+):.*");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?|redis)://([a-z][a-z-]+):(\\d+).*|([a-z][a-z-]+):(\\d+)(?:/.*)?");

    static Stream<ComposeFiles> all() {
        return ComposeFiles.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void programsAreThereAndMayBeRun(ComposeFiles files) {
        List<String> missing = new ArrayList<>();
        files.services().values().stream()
                .flatMap(service -> Stream.concat(
                        ComposeFiles.texts(service.path("entrypoint")).stream(),
                        ComposeFiles.texts(service.path("healthcheck").path("test")).stream()))
                .filter(word -> word.startsWith("/opt/medianest/"))
                .map(word -> "infrastructure/" + word.substring("/opt/medianest/".length()))
                .filter(path -> !Files.isExecutable(Repository.file(path)))
                .forEach(missing::add);
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void mountedFilesOfTheRepositoryAreThere(ComposeFiles files) {
        files.services().values().stream()
                .flatMap(service -> ComposeFiles.texts(service.path("volumes")).stream())
                .map(LOCAL::matcher)
                .filter(Matcher::matches)
                .forEach(mount -> assertThat(Repository.file("deploy/compose").resolve(mount.group(1)))
                        .exists());
    }

    @ParameterizedTest
    @MethodSource("all")
    void volumesAndNetworksAreDeclaredAndUsed(ComposeFiles files) {
        Set<String> volumes = files.services().values().stream()
                .flatMap(service -> ComposeFiles.texts(service.path("volumes")).stream())
                .map(volume -> volume.replace("${MEDIANEST_LIBRARY_FOLDER:-youtube_downloads}", "youtube_downloads")
                        .split(":", 2)[0])
                .filter(source -> !source.startsWith("."))
                .collect(Collectors.toCollection(TreeSet::new));
        // the place of uploads is kept for what is to come
        volumes.add("uploads");
        assertThat(files.section("volumes").keySet()).isEqualTo(volumes);

        Set<String> networks = files.services().values().stream()
                .flatMap(service -> ComposeFiles.texts(service.path("networks")).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(files.section("networks").keySet()).isEqualTo(networks);
    }

    @ParameterizedTest
    @MethodSource("all")
    void addressesLeadToAPortOfAServiceOnASharedNetwork(ComposeFiles files) {
        List<String> faults = new ArrayList<>();
        files.services()
                .forEach((name, service) -> service.path("environment")
                        .properties()
                        .forEach(variable -> {
                            String value = variable.getValue().asText().replaceAll("\\$\\{\\w+:-([^}]*)}", "$1");
                            var address = ADDRESS.matcher(value);
                            if (!address.matches() || value.contains("localhost")) {
                                return;
                            }
                            String host = address.group(1) == null ? address.group(3) : address.group(1);
                            int port = Integer.parseInt(address.group(1) == null ? address.group(4) : address.group(2));
                            JsonNode target = files.service(host);
                            if (target.isMissingNode()) {
                                faults.add(name + " " + variable.getKey() + " names " + host);
                            } else if (!ports(host).contains(port)) {
                                faults.add(name + " " + variable.getKey() + " names a port that " + host + " has not");
                            } else if (ComposeFiles.texts(target.path("networks")).stream()
                                    .noneMatch(ComposeFiles.texts(service.path("networks"))::contains)) {
                                faults.add(name + " has no network together with " + host);
                            }
                        }));
        assertThat(faults).isEmpty();
    }

    @Test
    void containersListenWhereTheServicesDoLocally() {
        ComposeFiles.OURS.forEach(service -> {
            String settings = Repository.text(service + "/src/main/resources/application.properties");
            assertThat(ports(service))
                    .containsExactlyInAnyOrder(
                            number(settings, "quarkus.http.port"), number(settings, "quarkus.management.port"));
            Stream.of("jvm", "native")
                    .map(kind -> Dockerfile.read(service + "/src/main/docker/Dockerfile." + kind))
                    .forEach(image -> assertThat(image.last("ENV").rest())
                            .contains(
                                    "QUARKUS_HTTP_PORT=" + number(settings, "quarkus.http.port"),
                                    "QUARKUS_MANAGEMENT_PORT=" + number(settings, "quarkus.management.port")));
        });
    }

    /** Those that the image exposes. */
    private static List<Integer> ports(String service) {
        Path own = Repository.file(service + "/src/main/docker/Dockerfile.jvm");
        String path = Files.exists(own)
                ? service + "/src/main/docker/Dockerfile.jvm"
                : service.equals("homelab")
                        ? "infrastructure/homelab/src/main/docker/Dockerfile.jvm"
                        : "infrastructure/" + service + "/Dockerfile";
        return Dockerfile.read(path).last("EXPOSE").words().stream()
                .flatMap(word -> {
                    String[] range = word.split("-", 2);
                    int first = Integer.parseInt(range[0]);
                    return Stream.iterate(
                            first, port -> port <= Integer.parseInt(range[range.length - 1]), port -> port + 1);
                })
                .toList();
    }

    private static int number(String settings, String key) {
        return settings.lines()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> Integer.parseInt(line.substring(key.length() + 1)))
                .findFirst()
                .orElseThrow();
    }
}

package org.medianest.compose.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.medianest.compose.testing.ComposeFiles;
import org.medianest.compose.testing.Repository;

/** Containers and the local launcher tell the services the same things by the same names. */
class SettingsTest {
    private static final Pattern VARIABLE = Pattern.compile("\"(MEDIANEST_[A-Z_]+)\"");
    /** In containers nginx serves the web UI. */
    private static final Set<String> LOCAL_ONLY = Set.of("MEDIANEST_GATEWAY_WEB_ROOT");

    /** What one machine can do without: nginx before the gateway, the image's yt-dlp, logs that programs read, users apart. */
    private static final Set<String> CONTAINERS_ONLY = Set.of(
            "MEDIANEST_REDIS_USERNAME",
            "MEDIANEST_REDIS_PASSWORD",
            "MEDIANEST_POSTGRES_OWNER_USERNAME",
            "MEDIANEST_POSTGRES_OWNER_PASSWORD",
            "MEDIANEST_GATEWAY_TRUSTED_PROXIES",
            "MEDIANEST_DOWNLOADS_YTDLP",
            "MEDIANEST_DOWNLOADS_ACCEL",
            "MEDIANEST_LOG_JSON");

    @Test
    void containersAreToldWhatTheLauncherTells() {
        Set<String> launcher = launcher();
        launcher.removeAll(LOCAL_ONLY);

        assertThat(containers()).containsAll(launcher);
    }

    @Test
    void launcherTellsWhatContainersAreTold() {
        Set<String> containers = containers();
        containers.removeAll(CONTAINERS_ONLY);

        assertThat(launcher()).containsAll(containers);
    }

    private static Set<String> launcher() {
        return VARIABLE.matcher(
                        Repository.text("deploy/local/src/main/java/org/medianest/local/service/Surroundings.java"))
                .results()
                .map(match -> said(match.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> containers() {
        ComposeFiles files = ComposeFiles.of();
        return files.services().entrySet().stream()
                .filter(service -> ComposeFiles.OURS.contains(service.getKey())
                        || service.getKey().startsWith("migrate-"))
                .flatMap(service -> ComposeFiles.texts(service.getValue().path("environment")).stream())
                .filter(name -> name.startsWith("MEDIANEST_"))
                .map(SettingsTest::said)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A password may be said or lie in a file. */
    private static String said(String name) {
        return name.replaceFirst("_PASSWORD_FILE$", "_PASSWORD");
    }

    @Test
    void developmentSaysAllThereIsToSay() {
        ComposeFiles files = ComposeFiles.of("compose.build.yaml", "compose.dev.yaml");

        assertThat(ComposeFiles.OURS)
                .allSatisfy(name -> assertThat(files.service(name)
                                .path("environment")
                                .path("QUARKUS_LOG_CATEGORY__ORG_MEDIANEST__LEVEL")
                                .asText())
                        .isEqualTo("DEBUG"));
    }
}

package org.medianest.compose.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.medianest.compose.testing.ComposeFiles;

/** Who can reach whom, and who can be reached from outside. */
class NetworksTest {
    @Test
    void nginxAlonePublishesPorts() {
        Stream.of(ComposeFiles.of(), ComposeFiles.of("compose.prod.yaml"))
                .forEach(files -> assertThat(publishing(files).keySet()).containsExactly("nginx"));
        assertThat(ComposeFiles.texts(ComposeFiles.of().service("nginx").path("ports")))
                .containsExactly("${MEDIANEST_HTTP_PORT:-80}:8080", "${MEDIANEST_HTTPS_PORT:-443}:8443");
    }

    @Test
    void whatElseIsPublishedForWorkAndTestsStaysOnTheMachine() {
        Stream.of(ComposeFiles.of("compose.dev.yaml"), ComposeFiles.of("compose.test.yaml"))
                .forEach(files -> {
                    Map<String, List<String>> others = publishing(files);
                    others.remove("nginx");
                    assertThat(others).isNotEmpty();
                    others.values().forEach(ports -> assertThat(ports).allMatch(port -> port.startsWith("127.0.0.1:")));
                });
    }

    @Test
    void dataCannotReachTheInternetAndNginxCannotReachTheData() {
        ComposeFiles files = ComposeFiles.of("compose.prod.yaml");

        assertThat(files.merged().path("networks").path("data").path("internal").asBoolean())
                .isTrue();
        assertThat(files.merged()
                        .path("networks")
                        .path("services")
                        .path("internal")
                        .asBoolean())
                .isTrue();
        assertThat(networks(files, "nginx")).containsExactly("edge");
        Stream.of("postgres", "redis", "backup")
                .forEach(name -> assertThat(networks(files, name)).containsExactly("data"));
        assertThat(files.services().keySet().stream()
                        .filter(name -> networks(files, name).contains("edge")))
                .containsExactlyInAnyOrder("nginx", "gateway-service", "certificates");
        assertThat(files.services().keySet().stream()
                        .filter(name -> networks(files, name).contains("egress")))
                .containsExactlyInAnyOrder(
                        "gateway-service",
                        "auth-service",
                        "media-request-service",
                        "download-service",
                        "certificates",
                        "ytdlp-update");
    }

    private static Map<String, List<String>> publishing(ComposeFiles files) {
        Map<String, List<String>> ports = new TreeMap<>();
        files.services().forEach((name, service) -> {
            if (service.has("ports")) {
                ports.put(name, ComposeFiles.texts(service.path("ports")));
            }
        });
        return ports;
    }

    private static List<String> networks(ComposeFiles files, String service) {
        return ComposeFiles.texts(files.service(service).path("networks"));
    }
}

package org.medianest.compose.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.medianest.compose.testing.ComposeFiles;
import org.medianest.compose.testing.Repository;

/** What waits for what, how it is told whether a container is well, and how long it may take to go. */
class StartAndStopTest {
    @Test
    void nothingStartsBeforeWhatItNeeds() {
        ComposeFiles files = ComposeFiles.of();

        ComposeFiles.OURS.forEach(name -> {
            JsonNode needs = files.service(name).path("depends_on");
            assertThat(needs.path("redis").path("condition").asText()).isEqualTo("service_healthy");
            assertThat(needs.propertyStream().filter(need -> need.getKey().startsWith("migrate-")))
                    .singleElement()
                    .satisfies(need -> {
                        assertThat(need.getValue().path("condition").asText())
                                .isEqualTo("service_completed_successfully");
                        assertThat(files.service(need.getKey()).path("image"))
                                .isEqualTo(files.service(name).path("image"));
                    });
        });
        assertThat(files.service("roles")
                        .path("depends_on")
                        .path("postgres")
                        .path("condition")
                        .asText())
                .isEqualTo("service_healthy");
    }

    /** Either Compose says how to ask, or the image does. */
    @ParameterizedTest
    @MethodSource("org.medianest.compose.testing.ComposeFiles#all")
    void everythingThatStaysIsAskedForItsHealth(ComposeFiles files) {
        files.services().forEach((name, service) -> {
            boolean stays = !service.path("restart").asText().equals("no") || name.equals("homelab");
            boolean excused = service.path("healthcheck").path("disable").asBoolean();
            if (stays && !excused) {
                assertThat(service.path("healthcheck").path("interval").asText())
                        .as(name)
                        .isNotEmpty();
                assertThat(service.path("healthcheck").toString()).as(name).doesNotContain("curl", "wget", "CMD-SHELL");
            }
        });
    }

    @Test
    void servicesMayTakeLongerToStopThanTheyDrain() {
        String shared = Repository.text("service-commons/src/main/resources/META-INF/microprofile-config.properties");
        int drain = Integer.parseInt(Pattern.compile("quarkus\\.shutdown\\.timeout=(\\d+)s")
                .matcher(shared)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1));

        ComposeFiles.OURS.forEach(name -> assertThat(Integer.parseInt(ComposeFiles.of()
                        .service(name)
                        .path("stop_grace_period")
                        .asText()
                        .replace("s", "")))
                .isGreaterThan(drain + 5));
    }
}

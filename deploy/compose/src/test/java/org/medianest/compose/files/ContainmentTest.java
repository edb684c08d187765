package org.medianest.compose.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.medianest.compose.testing.ComposeFiles;

/** What every container may and may not, in every set of files. */
class ContainmentTest {
    @ParameterizedTest
    @MethodSource("org.medianest.compose.testing.ComposeFiles#all")
    void everyContainerIsContained(ComposeFiles files) {
        List<String> faults = new ArrayList<>();
        files.services().forEach((name, service) -> {
            demand(faults, name, "a read-only root", service.path("read_only").asBoolean());
            demand(
                    faults,
                    name,
                    "no capability",
                    ComposeFiles.texts(service.path("cap_drop")).equals(List.of("ALL")));
            demand(faults, name, "no added capability", service.path("cap_add").isMissingNode());
            demand(
                    faults,
                    name,
                    "no way to new privileges",
                    ComposeFiles.texts(service.path("security_opt")).contains("no-new-privileges:true"));
            demand(
                    faults,
                    name,
                    "a user who is not root",
                    service.path("user").asText().matches("[1-9]\\d*:[1-9]\\d*"));
            demand(faults, name, "a limit of memory", ComposeFiles.mebibytes(service, "mem_limit") > 0);
            demand(
                    faults,
                    name,
                    "a reservation below its limit",
                    ComposeFiles.mebibytes(service, "mem_reservation") > 0
                            && ComposeFiles.mebibytes(service, "mem_reservation")
                                    <= ComposeFiles.mebibytes(service, "mem_limit"));
            demand(faults, name, "a limit of processors", service.path("cpus").asDouble() > 0);
            demand(
                    faults,
                    name,
                    "a limit of processes",
                    service.path("pids_limit").asInt() > 0);
            demand(
                    faults,
                    name,
                    "logs that are rotated",
                    service.path("logging")
                                    .path("options")
                                    .path("max-size")
                                    .asText()
                                    .equals("10m")
                            && service.path("logging")
                                    .path("options")
                                    .path("max-file")
                                    .asText()
                                    .equals("3"));
            demand(
                    faults,
                    name,
                    "a word on restarts",
                    !service.path("restart").asText().isEmpty());
            demand(faults, name, "a network", !service.path("networks").isEmpty());
            demand(
                    faults,
                    name,
                    "a name of Compose's, so that there can be two",
                    service.path("container_name").isMissingNode());
            demand(
                    faults,
                    name,
                    "no word of privileges",
                    service.path("privileged").isMissingNode());
            // Compose refuses a limit of processes beside a deploy block with limits that does not repeat it.
            demand(faults, name, "limits in one place", service.path("deploy").isMissingNode());
        });
        assertThat(faults).isEmpty();
    }

    private static void demand(List<String> faults, String service, String what, boolean there) {
        if (!there) {
            faults.add(service + " lacks " + what);
        }
    }
}

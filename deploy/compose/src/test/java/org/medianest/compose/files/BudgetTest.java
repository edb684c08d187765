package org.medianest.compose.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.medianest.compose.testing.ComposeFiles;

/** What all containers together may take of the machine. */
class BudgetTest {
    @Test
    void memoryFitsTheBudget() {
        ComposeFiles files = ComposeFiles.of("compose.prod.yaml");

        assertThat(sum(files, "mem_limit")).isEqualTo(1024);
        assertThat(sum(files, "mem_reservation")).isEqualTo(512);
        assertThat(ComposeFiles.mebibytes(files.service("postgres"), "mem_limit"))
                .isEqualTo(512);
        assertThat(ComposeFiles.mebibytes(files.service("postgres"), "mem_reservation"))
                .isEqualTo(256);
        assertThat(ComposeFiles.mebibytes(files.service("redis"), "mem_limit")).isEqualTo(256);
        assertThat(ComposeFiles.mebibytes(files.service("redis"), "mem_reservation"))
                .isEqualTo(128);
    }

    @Test
    void processorsOfTheDataFitTheBudget() {
        ComposeFiles files = ComposeFiles.of("compose.prod.yaml");

        assertThat(files.service("postgres").path("cpus").asDouble()).isEqualTo(0.5);
        assertThat(files.service("redis").path("cpus").asDouble()).isEqualTo(0.25);
        assertThat(ComposeFiles.OURS)
                .allSatisfy(name ->
                        assertThat(files.service(name).path("cpus").asDouble()).isEqualTo(1));
    }

    private static int sum(ComposeFiles files, String limit) {
        return ComposeFiles.OURS.stream()
                .mapToInt(name -> ComposeFiles.mebibytes(files.service(name), limit))
                .sum();
    }
}

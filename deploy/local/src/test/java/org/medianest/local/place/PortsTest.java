package org.medianest.local.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void everyPortFollowsFromTheBase() {
        Ports ports = new Ports(9000);

        assertThat(ports.table())
                .containsEntry(9000, "gateway-service")
                .containsEntry(9001, "auth-service")
                .containsEntry(9002, "media-request-service")
                .containsEntry(9003, "download-service")
                .containsEntry(9010, "gateway-service (management)")
                .containsEntry(9013, "download-service (management)")
                .containsEntry(9020, "postgres")
                .containsEntry(9021, "redis")
                .hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65515, 70000})
    void tableThatDoesNotFitIsRefused(int base) {
        assertThatThrownBy(() -> new Ports(base))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("between 1 and 65514");
    }

    @Test
    void dataServersHaveNoManagementPort() {
        assertThatThrownBy(() -> new Ports(9000).managementOf(Part.REDIS)).isInstanceOf(IllegalArgumentException.class);
    }
}

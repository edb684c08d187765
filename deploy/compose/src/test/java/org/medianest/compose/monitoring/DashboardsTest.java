package org.medianest.compose.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The dashboards as files: made from their sources, and found by Grafana. */
class DashboardsTest {
    private static final Path MADE = Monitoring.GRAFANA.resolve("dashboards");

    @Test
    void filesAreThoseThatTheSourcesMake() throws IOException {
        for (Dashboard dashboard : Monitoring.dashboards()) {
            Path file = MADE.resolve(dashboard.name() + ".json");
            if (Boolean.getBoolean("medianest.docs.update")) {
                Files.createDirectories(MADE);
                Files.writeString(file, dashboard.json());
            }
            assertThat(file)
                    .as("run with -Dmedianest.docs.update=true to write it anew")
                    .content()
                    .isEqualTo(dashboard.json());
        }
        assertThat(Monitoring.files(MADE, ".json")).hasSameSizeAs(Monitoring.dashboards());
    }

    @Test
    void addressesAndTitlesAreUnique() {
        List<Dashboard> dashboards = Monitoring.dashboards();

        assertThat(dashboards)
                .extracting(Dashboard::uid)
                .doesNotHaveDuplicates()
                .allMatch(uid -> uid.startsWith("medianest-"));
        assertThat(dashboards).extracting(Dashboard::title).doesNotHaveDuplicates();
        assertThat(dashboards)
                .allSatisfy(dashboard -> assertThat(dashboard.panels())
                        .extracting(Panel::title)
                        .as(dashboard.name())
                        .isNotEmpty());
    }

    @Test
    void theirDatasourceIsProvisioned() {
        Map<String, ?> provisioned =
                Monitoring.yaml(Monitoring.GRAFANA.resolve("provisioning/datasources/medianest.yml"));

        assertThat(Panel.maps(Objects.requireNonNull(provisioned.get("datasources"))))
                .anySatisfy(source -> assertThat(Panel.text(source, "uid")).isEqualTo("prometheus"));
    }
}

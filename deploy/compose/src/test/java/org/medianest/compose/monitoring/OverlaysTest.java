package org.medianest.compose.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.compose.testing.Repository;

/** What compose lays over the house to watch it. */
class OverlaysTest {
    private static final Path FOLDER = Repository.file("deploy/compose");

    @ParameterizedTest
    @ValueSource(strings = {"monitoring", "logs", "tracing"})
    void newContainersArePinnedBoundedAndLocked(String overlay) {
        assertThat(services(overlay).values().stream().filter(service -> service.containsKey("image")))
                .isNotEmpty()
                .allSatisfy(service -> {
                    assertThat(Panel.text(service, "image"))
                            .matches("\\$\\{MEDIANEST_[A-Z_]+_IMAGE:-[a-z0-9./_-]+:v?\\d[\\w.-]+}");
                    assertThat(service.get("read_only")).isEqualTo(true);
                    assertThat(service.get("cap_drop")).isEqualTo(List.of("ALL"));
                    assertThat(service)
                            .containsKeys("mem_limit", "pids_limit", "cpus", "networks", "restart", "logging");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"monitoring", "logs", "tracing"})
    void onlyTheMachineItselfReachesThem(String overlay) {
        assertThat(services(overlay).values().stream().flatMap(service -> texts(service, "ports")))
                .allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"monitoring", "logs"})
    void mountedFilesAreThere(String overlay) {
        assertThat(services(overlay).values().stream()
                        .flatMap(service -> texts(service, "volumes"))
                        .filter(volume -> volume.startsWith("../../")))
                .isNotEmpty()
                .allSatisfy(volume -> {
                    String[] parts = volume.split(":", -1);
                    assertThat(FOLDER.resolve(parts[0])).exists();
                    assertThat(parts[2]).isEqualTo("ro");
                });
    }

    @Test
    void everyJobOfPrometheusIsAContainer() {
        List<String> watched = Panel.maps(
                        Objects.requireNonNull(Monitoring.yaml(Monitoring.PROMETHEUS.resolve("prometheus.yml"))
                                .get("scrape_configs")))
                .stream()
                .map(job -> Panel.text(job, "job_name"))
                .filter(job -> !job.endsWith("-service"))
                .toList();

        assertThat(services("monitoring").keySet()).containsAll(watched);
    }

    @Test
    void agentThatIsFetchedIsTheOneThatIsTested() throws IOException, NoSuchAlgorithmException {
        byte[] tested = Files.readAllBytes(Path.of("target/agents/opentelemetry-javaagent.jar"));

        assertThat(Repository.text("infrastructure/tracing/agent"))
                .contains("sum="
                        + HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(tested)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, ?>> services(String overlay) {
        return (Map<String, Map<String, ?>>)
                Objects.requireNonNull(Monitoring.yaml(FOLDER.resolve("compose.%s.yaml".formatted(overlay)))
                        .get("services"));
    }

    private static Stream<String> texts(Map<String, ?> service, String key) {
        return service.get(key) instanceof List<?> list ? list.stream().map(Object::toString) : Stream.empty();
    }
}

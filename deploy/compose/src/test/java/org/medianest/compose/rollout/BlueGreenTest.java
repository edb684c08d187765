package org.medianest.compose.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.compose.rollout.FakeDocker.Run;

/** What the script of the second version decides, told to a docker that only takes notes. */
class BlueGreenTest {
    private static final String GREEN = "1.3.0 compose --project-name medianest-green ";
    private static final String LEAD = " compose exec -T nginx /opt/medianest/nginx/lead ";

    @TempDir
    Path folder;

    private FakeDocker docker;

    @BeforeEach
    void install() throws IOException {
        docker = new FakeDocker(folder, "1.2.0");
        docker.addSmoke(0);
    }

    @Test
    void greenIsOnTheSameDataAndIsTriedBeforeAnybodyIsLedThere() throws IOException, InterruptedException {
        Run run = docker.blueGreen("start", "1.3.0");

        assertThat(run.code()).as(run.output()).isZero();
        assertThat(docker.said())
                .containsSubsequence(
                        GREEN
                                + "pull --quiet --policy missing nginx auth-service media-request-service download-service gateway-service",
                        "1.3.0 compose run --rm --no-deps migrate-downloads",
                        "1.3.0 compose run --rm --no-deps migrate-gateway",
                        " network connect --alias postgres medianest-green_data id-postgres-1",
                        " network connect --alias redis medianest-green_data id-redis-1",
                        GREEN + "up --detach --no-deps --wait --wait-timeout 300 auth-service media-request-service"
                                + " download-service gateway-service nginx",
                        "smoke 127.0.0.1:18443")
                .noneMatch(line -> line.contains(LEAD));
        assertThat(docker.version()).isEqualTo("1.2.0");
    }

    @Test
    void greenThatDoesNotWorkLeadsNobody() throws IOException, InterruptedException {
        docker.addSmoke(1);

        Run run = docker.blueGreen("start", "1.3.0");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output()).contains("does not work. Away with it: ./blue-green end");
        assertThat(docker.said()).noneMatch(line -> line.contains(LEAD));
    }

    @Test
    void migrationThatFailsStopsBeforeThereIsAGreen() throws IOException, InterruptedException {
        docker.let("fails-migrate-media");

        Run run = docker.blueGreen("start", "1.3.0");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output()).contains("migrate-media failed");
        assertThat(docker.said()).noneMatch(line -> line.contains(" up "));
    }

    @Test
    void switchLeadsToGreenAndBackToBlue() throws IOException, InterruptedException {
        docker.blueGreen("start", "1.3.0");

        Run there = docker.blueGreen("switch");

        assertThat(there.code()).as(there.output()).isZero();
        assertThat(docker.said())
                .containsSubsequence(
                        " network connect --alias gateway-green medianest_edge id-gateway-service-1",
                        LEAD + "gateway-green:8080",
                        "smoke ");
        Run back = docker.blueGreen("back");
        assertThat(back.code()).as(back.output()).isZero();
        assertThat(docker.said()).containsExactly(LEAD + "gateway-service:8080");
    }

    @Test
    void switchThatDoesNotWorkLeadsBackByItself() throws IOException, InterruptedException {
        docker.blueGreen("start", "1.3.0");
        docker.addSmoke(1);

        Run run = docker.blueGreen("switch");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output()).contains("blue is in front again");
        assertThat(docker.said())
                .containsSubsequence(LEAD + "gateway-green:8080", "smoke ", LEAD + "gateway-service:8080");
    }

    @Test
    void greenThatIsKeptGoesOnlyWhenBlueIsOfItsVersion() throws IOException, InterruptedException {
        docker.blueGreen("start", "1.3.0");

        Run run = docker.blueGreen("end", "--keep");

        assertThat(run.code()).as(run.output()).isZero();
        assertThat(docker.said())
                .containsSubsequence(
                        "1.3.0 compose up --detach --no-deps --wait nginx",
                        LEAD + "gateway-service:8080",
                        " network disconnect medianest-green_data id-postgres-1",
                        GREEN + "down --timeout 60");
        assertThat(docker.version()).isEqualTo("1.3.0");
        assertThat(docker.blueGreen("switch").code())
                .as("there is no green any more")
                .isNotZero();
    }
}

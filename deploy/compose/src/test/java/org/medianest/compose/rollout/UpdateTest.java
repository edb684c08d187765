package org.medianest.compose.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.compose.rollout.FakeDocker.Run;

/** What the update script decides, told to a docker that only takes notes. */
class UpdateTest {
    @TempDir
    Path folder;

    private FakeDocker docker;

    @BeforeEach
    void install() throws IOException {
        docker = new FakeDocker(folder, "1.2.0");
    }

    @Test
    void everyServiceIsDoubledBeforeTheOldOneGoes() throws IOException, InterruptedException {
        Run run = docker.update("1.3.0");

        assertThat(run.code()).as(run.output()).isZero();
        assertThat(docker.said())
                .containsSubsequence(
                        "1.3.0 compose pull --quiet --policy missing nginx gateway-service auth-service media-request-service"
                                + " download-service",
                        "1.3.0 compose run --rm --no-deps migrate-downloads",
                        "1.3.0 compose run --rm --no-deps migrate-gateway",
                        "1.3.0 compose up --detach --no-deps --no-recreate --scale download-service=2 --wait"
                                + " --wait-timeout 180 download-service",
                        " stop id-download-service-1",
                        "1.3.0 compose up --detach --no-deps --no-recreate --scale auth-service=2 --wait"
                                + " --wait-timeout 180 auth-service",
                        " stop id-auth-service-1");
        for (String service : FakeDocker.SERVICES) {
            assertThat(docker.containers(service)).hasSize(1).doesNotContain("id-" + service + "-1");
        }
        assertThat(docker.version()).isEqualTo("1.3.0");
    }

    @Test
    void nginxLeadsToBothGatewaysThenToTheNewOneAndOnlyThenTheOldOneStops() throws IOException, InterruptedException {
        Run run = docker.update("1.3.0");

        assertThat(run.code()).as(run.output()).isZero();
        assertThat(docker.said())
                .containsSubsequence(
                        "1.3.0 compose exec -T nginx /opt/medianest/nginx/lead"
                                + " medianest-gateway-service-5:8080,medianest-gateway-service-1:8080",
                        "1.3.0 compose exec -T nginx /opt/medianest/nginx/lead medianest-gateway-service-5:8080",
                        " stop id-gateway-service-1",
                        "1.3.0 compose exec -T nginx /opt/medianest/nginx/lead gateway-service:8080",
                        "1.3.0 compose up --detach --no-deps --wait nginx");
    }

    @Test
    void aVersionThatDoesNotStartLeavesEverythingAsItWas() throws IOException, InterruptedException {
        docker.makeSick("media-request-service", "1.3.0");

        Run run = docker.update("1.3.0");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output()).contains("I cannot go on", "MediaNest is 1.2.0 as before");
        assertThat(docker.containers("media-request-service")).containsExactly("id-media-request-service-1");
        assertThat(docker.containers("gateway-service")).containsExactly("id-gateway-service-1");
        assertThat(docker.said())
                .as("what was replaced before is put back, the last one first")
                .containsSubsequence(
                        "1.2.0 compose up --detach --no-deps --no-recreate --scale auth-service=2 --wait"
                                + " --wait-timeout 180 auth-service",
                        "1.2.0 compose up --detach --no-deps --no-recreate --scale download-service=2 --wait"
                                + " --wait-timeout 180 download-service");
        assertThat(docker.said()).noneMatch(line -> line.contains("stop id-media") || line.contains("wait nginx"));
        assertThat(docker.version()).isEqualTo("1.2.0");
    }

    @Test
    void aMigrationThatFailsStopsBeforeAnythingIsReplaced() throws IOException, InterruptedException {
        docker.let("fails-migrate-media");

        Run run = docker.update("1.3.0");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output()).contains("migrate-media failed").contains("1.2.0 goes on");
        assertThat(docker.said()).noneMatch(line -> line.contains(" up ") || line.contains(" stop "));
    }

    @Test
    void imagesThatCannotBeFetchedStopIt() throws IOException, InterruptedException {
        docker.let("no-images");

        Run run = docker.update("1.3.0");

        assertThat(run.code()).isEqualTo(1);
        assertThat(docker.said()).hasSize(1);
    }

    @Test
    void aRequiredVersionIsNotSkipped() throws IOException, InterruptedException {
        docker.require("1.3.0");

        Run run = docker.update("1.10.0");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output()).contains("First: ./update 1.3.0");
        assertThat(docker.said()).isEmpty();
        assertThat(docker.update("1.3.0").code()).isZero();
        assertThat(docker.update("1.10.0").code()).isZero();
    }

    @Test
    void anOlderVersionIsRefusedButTheOneBeforeMayComeBackWithoutMigrations() throws IOException, InterruptedException {
        assertThat(docker.update("1.1.0").output()).contains("1.1.0 is older than 1.2.0");
        assertThat(docker.update("--back").output()).contains("no update to go back from");
        docker.update("1.3.0");

        Run run = docker.update("--back");

        assertThat(run.code()).as(run.output()).isZero();
        assertThat(docker.version()).isEqualTo("1.2.0");
        assertThat(docker.said()).noneMatch(line -> line.contains("migrate-"));
    }

    @Test
    void whatTheDoctorSaysIsHeard() throws IOException, InterruptedException {
        docker.addDoctor(2);

        Run run = docker.update("1.3.0");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output()).contains("Mend what ./doctor says");
        assertThat(docker.said()).isEmpty();
    }

    @Test
    void aWarningOfTheDoctorStopsNothing() throws IOException, InterruptedException {
        docker.addDoctor(1);

        assertThat(docker.update("1.3.0").code()).isZero();
    }
}

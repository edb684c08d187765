package org.medianest.compose.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** What the operator has installed and written: programs, settings, secrets. */
class DoctorTest extends WithDoctor {
    @Test
    void soundInstallationIsOk() throws Exception {
        assumeRoot();
        installation.program("docker", docker(""));

        Installation.Answer answer = installation.run("doctor");

        assertThat(answer.text())
                .contains("ok       docker", "ok       compose", "ok       settings", "ok       secrets")
                .contains(
                        "ok       name         localhost leads to", "ok       world", "ok       clock        is right")
                .contains("ok       ports        " + httpPort + " is free")
                .containsPattern("(ok|warning) +space +(only )?\\d+ GiB \\(\\d+ %\\) are free at /")
                .contains("skipped  containers   none runs")
                .doesNotContain("error ");
        assertThat(answer.code()).isLessThan(2);
    }

    @Test
    void saysWhatItCannotLookAtWithoutDocker() throws Exception {
        Installation.Answer answer = installation.run("doctor");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.text())
                .contains(
                        "error    docker       does not answer",
                        "error    compose      is not installed",
                        "skipped  compose",
                        "skipped  containers",
                        "ok       settings");
    }

    @Test
    void oldDockerIsNamed() throws Exception {
        installation.program("docker", docker("").replace("28.2.2", "20.10.24").replace("2.36.2", "2.3.0"));

        assertThat(installation.run("doctor").text())
                .contains("error    docker       20.10.24 is too old", "error    compose      2.3.0 is too old");
    }

    @Test
    void badSettingsAreNamed() throws Exception {
        change("MEDIANEST_VERSION=0.1.0", "MEDIANEST_VERSION=latest");
        change("MEDIANEST_DOMAIN=localhost", "MEDIANEST_DOMAIN=");
        Files.setPosixFilePermissions(installation.file(".env"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(installation.run("doctor").text())
                .contains("error    settings     MEDIANEST_DOMAIN is empty: run ./setup")
                .contains("MEDIANEST_VERSION is latest, which is a different release every day")
                .contains("warning  settings     .env can be read by others: chmod 600 .env");
    }

    @Test
    void whatWasNeverSetUpIsNamed() throws Exception {
        Files.delete(installation.file(".env"));
        Files.move(installation.file("secrets"), installation.file("elsewhere"));

        Installation.Answer answer = installation.run("doctor");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.text())
                .contains("error    settings     .env is missing: run ./setup")
                .contains("error    secrets      the folder secrets is missing: run ./setup")
                .contains("skipped  name         no domain is set");
    }

    @Test
    void whatComposeComplainsOfAndWhatAnExampleSaysAreNamed() throws Exception {
        installation.program(
                "docker",
                docker("")
                        .replace(
                                "'compose config --quiet') ;;",
                                "'compose config --quiet') echo no such file; exit 1 ;;"));
        change("MEDIANEST_DOMAIN=localhost", "MEDIANEST_DOMAIN=media.example.org");

        assertThat(installation.run("doctor").text())
                .contains("error    compose      no such file")
                .contains("error    settings     MEDIANEST_DOMAIN still has the value of an example");
    }

    @Test
    void badSecretsAreNamed() throws Exception {
        assumeRoot();
        secret("postgres_auth", "short");
        secret("postgres_media", "change-me-change-me-change-me-change-me");
        secret("redis_auth", Files.readString(installation.file("secrets/redis_media")));
        Files.delete(installation.file("secrets/redis_admin"));
        Files.setPosixFilePermissions(
                installation.file("secrets/secrets_key"), PosixFilePermissions.fromString("r--r-----"));
        Files.setAttribute(installation.file("secrets/postgres_status"), "unix:uid", 0);

        assertThat(installation.run("doctor").text())
                .contains("postgres_auth is shorter than 32 characters")
                .contains("postgres_media looks like a value out of an example")
                .contains("two of them are the same")
                .contains("redis_admin is missing: run ./setup")
                .contains("secrets_key has mode 440")
                .contains("postgres_status belongs to user 0");
    }

    @Test
    void passwordOfTheMailServerIsLookedAtWhereMailsAreSent() throws Exception {
        assumeRoot();
        change("COMPOSE_FILE=(.*)", "COMPOSE_FILE=$1:compose.mail.yaml");

        assertThat(installation.run("doctor").text())
                .contains("mail_password is missing: write the password of the mail server into secrets/mail_password");

        Files.writeString(installation.file("secrets/mail_password"), "their password");
        assertThat(installation.run("setup", "--secrets-only").code()).isZero();
        assertThat(installation.run("doctor").text())
                .contains("ok       secrets")
                .doesNotContain("mail_password");
    }

    private void secret(String name, String value) throws IOException {
        Path file = installation.file("secrets/" + name);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Files.writeString(file, value);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
    }
}

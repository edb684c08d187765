package org.medianest.compose.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.local.testing.FreePorts;

/** The real doctor. Docker alone is played, by a program that answers as it does. */
class DoctorTest {
    private static final String LONG_AGO = "Fri, 01 Jan 2010 00:00:00 GMT";

    private Installation installation;
    private HttpServer world;
    private int httpPort;

    @BeforeEach
    void install(@TempDir Path where) throws Exception {
        world = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        world.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        world.start();
        httpPort = FreePorts.one();
        installation = new Installation(where)
                .with("MEDIANEST_DOMAIN", "media.my-family.net")
                .with(
                        "MEDIANEST_DOCTOR_URLS",
                        "http://127.0.0.1:" + world.getAddress().getPort() + "/");
        Installation.Answer setup = installation.run("setup", "--yes");
        assertThat(setup.code()).as(setup.text()).isZero();
        // A name that leads somewhere on every machine; setup would not take it.
        change("MEDIANEST_DOMAIN=media.my-family.net", "MEDIANEST_DOMAIN=localhost");
        append("MEDIANEST_HTTP_PORT=" + httpPort + "\nMEDIANEST_HTTPS_PORT=" + FreePorts.one() + "\n");
    }

    @AfterEach
    void stop() {
        world.stop(0);
    }

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

    @Test
    void takenPortIsNamed() throws Exception {
        try (ServerSocket other = new ServerSocket(httpPort)) {
            assertThat(other.isBound()).isTrue();
            assertThat(installation.run("doctor").text()).contains("error    ports        " + httpPort + " is taken");
        }
    }

    @Test
    void wrongClockIsNamed() throws Exception {
        installation.program("curl", "printf 'HTTP/1.1 200 OK\\r\\nDate: " + LONG_AGO + "\\r\\n'");

        assertThat(installation.run("doctor").text()).contains("error    clock", "timedatectl set-ntp true");
    }

    @Test
    void unreachableWorldAndUnknownNameAreNamed() throws Exception {
        world.stop(0);
        change("MEDIANEST_DOMAIN=localhost", "MEDIANEST_DOMAIN=no-such-name.invalid");

        Installation.Answer answer = installation.run("doctor");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.text()).contains("is not reached", "no-such-name.invalid leads nowhere", "skipped  clock");
    }

    @Test
    void libraryThatTheServicesCannotWriteIsNamed(@TempDir Path library) throws Exception {
        Files.setPosixFilePermissions(library, PosixFilePermissions.fromString("rwxr-xr-x"));
        change("MEDIANEST_LIBRARY_FOLDER=", "MEDIANEST_LIBRARY_FOLDER=" + library);

        assertThat(installation.run("doctor").text())
                .contains("error    library      " + library + " cannot be written by user 1001: chown -R 1001:1001 "
                        + library);
    }

    @Test
    void whatRunsIsLookedAt() throws Exception {
        assumeRoot();
        installation.program("docker", docker("""
                redis-cli*maxmemory-policy) printf 'maxmemory-policy\\nvolatile-lru\\n' ;;
                redis-cli*appendonly) printf 'appendonly\\nyes\\n' ;;
                psql*) printf 'data_checksums on\\narchive_mode on\\nfsync on\\n' ;;
                *-enddate*) echo 'notAfter=Jan  1 00:00:00 2030 GMT' ;;
                *done/backup) date +%s ;;
                """));

        Installation.Answer answer = installation.run("doctor");

        assertThat(answer.text())
                .contains("ok       ports        are ours", "ok       containers   4 run, and all are well")
                .contains(
                        "maxmemory-policy is volatile-lru",
                        "data_checksums is on",
                        "is good until Jan  1",
                        "the last one is 0 hours old")
                .doesNotContain("error ");
    }

    @Test
    void whatRunsBadlyIsNamed() throws Exception {
        installation.program("docker", docker("""
                redis-cli*maxmemory-policy) printf 'maxmemory-policy\\nallkeys-lru\\n' ;;
                redis-cli*appendonly) printf 'appendonly\\nno\\n' ;;
                psql*) printf 'data_checksums off\\narchive_mode off\\nfsync on\\n' ;;
                *-checkend*1209600*) exit 1 ;;
                *done/backup) echo $(($(date +%s) - 180000)) ;;
                """).replace("running healthy 0", "running unhealthy 0"));

        Installation.Answer answer = installation.run("doctor");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.text())
                .contains("redis is not well: docker compose logs --tail 50 redis")
                .contains(
                        "error    redis        maxmemory-policy is allkeys-lru",
                        "error    redis        appendonly is no")
                .contains("error    postgres     data_checksums is off")
                .contains("warning  certificate  ends within 14 days")
                .contains("error    backup       the last one is 50 hours old");
    }

    /** @param inside what commands inside of containers answer, as branches of a case; with none, nothing runs */
    private static String docker(String inside) {
        return """
                case "$*" in
                    'version --format'*) echo 28.2.2 ;;
                    'compose version --short') echo 2.36.2 ;;
                    'compose config --quiet') ;;
                    'info --format'*) echo '[name=seccomp]' ;;
                    'compose ps --services'*) printf '%%b' '%s' ;;
                    'compose ps --all'*) echo 'redis running healthy 0' ;;
                    'compose exec -T'*) case "$*" in
                %s
                        esac ;;
                    *) exit 127 ;;
                esac""".formatted(
                        inside.isEmpty() ? "" : "redis\\npostgres\\nnginx\\nbackup\\n",
                        inside.lines()
                                .map(line -> line.isBlank() ? line : "*" + line)
                                .reduce("", (all, line) -> all + line + "\n"));
    }

    private static void assumeRoot() {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root gives files away");
    }

    private void secret(String name, String value) throws IOException {
        Path file = installation.file("secrets/" + name);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Files.writeString(file, value);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
    }

    private void change(String from, String to) throws IOException {
        Files.writeString(installation.file(".env"), installation.text(".env").replaceFirst("(?m)^" + from + "$", to));
    }

    private void append(String lines) throws IOException {
        Files.writeString(installation.file(".env"), installation.text(".env") + lines);
    }
}

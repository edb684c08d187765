package org.medianest.compose.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The machine and the world around it: ports, names, the clock, folders and the space in them. */
class DoctorOfMachinesTest extends WithDoctor {
    @Test
    void takenPortIsNamed() throws Exception {
        try (ServerSocket other = new ServerSocket(httpPort)) {
            assertThat(other.isBound()).isTrue();
            assertThat(installation.run("doctor").text()).contains("error    ports        " + httpPort + " is taken");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-3600, 'error +clock +is 36\\d\\d seconds off, .*: timedatectl set-ntp true'",
        "-60, 'warning +clock +is \\d+ seconds off: timedatectl set-ntp true'",
        "-2, 'ok +clock +is right'",
    })
    void wrongClockIsNamed(int seconds, String verdict) throws Exception {
        installation.program(
                "curl", "printf 'HTTP/1.1 200 OK\\r\\nDate: %s\\r\\n' \"$(date -uRd '" + seconds + " seconds')\"");

        assertThat(installation.run("doctor").text()).containsPattern(verdict);
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
    void libraryThatEverybodyCanWriteOrThatIsNotThereIsNamed(@TempDir Path library) throws Exception {
        Files.setPosixFilePermissions(library, PosixFilePermissions.fromString("rwxrwxrwx"));
        change("MEDIANEST_LIBRARY_FOLDER=", "MEDIANEST_LIBRARY_FOLDER=" + library);
        assertThat(installation.run("doctor").text())
                .contains("warning  library      " + library + " can be written by everybody: chown -R 1001:1001 "
                        + library + " && chmod 750 " + library);

        change("MEDIANEST_LIBRARY_FOLDER=.*", "MEDIANEST_LIBRARY_FOLDER=/no/such/library");
        assertThat(installation.run("doctor").text())
                .contains("error    library      /no/such/library is missing: mkdir -p /no/such/library");
    }

    /** A disk of the wanted size: df is played, as nobody but root makes a disk. */
    @ParameterizedTest
    @CsvSource({
        "1900000, 50, 'error    space        only 1 GiB are free at %s: make room, or downloads and the database stop'",
        "5400000, 50, 'warning  space        only 5 GiB (50 %%) are free at %s: make room soon'",
        "54000000, 97, 'warning  space        only 51 GiB (3 %%) are free at %s: make room soon'",
        "54000000, 50, 'ok       space        51 GiB (50 %%) are free at %s'",
    })
    void fullDiskIsNamed(long free, int used, String verdict, @TempDir Path library) throws Exception {
        change("MEDIANEST_LIBRARY_FOLDER=", "MEDIANEST_LIBRARY_FOLDER=" + library);
        installation
                .program("docker", docker("").replace("echo /var/lib/docker ", "echo /dev/docker "))
                .program("df", """
                        echo 'Filesystem 1024-blocks Used Available Capacity Mounted on'
                        case $2 in
                            %s) echo '/dev/sdb1 1 1 %d %d%% /media' ;;
                            *) echo '/dev/sda1 1 1 90000000 9%% /' ;;
                        esac""".formatted(library, free, used));

        assertThat(installation.run("doctor").text())
                .contains(verdict.formatted(library))
                .contains("ok       space        85 GiB (91 %) are free at /dev");
    }
}

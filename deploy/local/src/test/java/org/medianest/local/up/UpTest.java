package org.medianest.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.local.place.Layout;
import org.medianest.local.place.Part;
import org.medianest.local.place.Ports;
import org.medianest.local.process.Ending;
import org.medianest.local.process.PidRecords;
import org.medianest.local.process.ProcessId;
import org.medianest.local.process.Signal;
import org.medianest.local.testing.FakeService;
import org.medianest.local.testing.FreePorts;
import org.medianest.local.testing.Launcher;
import org.medianest.local.testing.SharedPrograms;

/** The launcher as a process, with real data servers and stand-ins for the four services. */
class UpTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path temporary;

    private final Ports ports = FreePorts.table();
    private final List<Launcher> launchers = new ArrayList<>();
    private Layout layout;

    @BeforeEach
    void setUp() throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        layout = new Layout(temporary, temporary.resolve(".medianest"));
        FakeService.install(layout);
        SharedPrograms.linkInto(layout);
    }

    @AfterEach
    void endAll() throws IOException, InterruptedException {
        for (Launcher launcher : launchers) {
            launcher.close();
        }
        if (Files.isDirectory(layout.run())) {
            new Leftovers(layout).end();
        }
        SharedPrograms.unlinkFrom(layout);
    }

    @Test
    void firstVisitGetsTheAddressAndTheCodeAndAStopLeavesNothing() throws IOException, InterruptedException {
        Launcher up = launch("up");
        up.awaitLine("MediaNest is ready: http://localhost:" + ports.base());
        assertThat(up.awaitLine("Set-up code")).endsWith("4F7K-Q2MX");
        List<ProcessId> processes = processes();
        assertThat(processes).hasSize(Part.values().length);
        Launcher status = launch("status");
        assertThat(status.awaitEnd(LONG)).as(status.said()).isZero();
        assertThat(status.said()).contains("download-service", Integer.toString(ports.of(Part.DOWNLOADS)));

        assertThat(launch("stop").awaitEnd(LONG)).isZero();

        assertThat(up.awaitEnd(LONG)).isZero();
        assertThat(processes).noneMatch(ProcessId::isAlive);
        assertThat(launch("status").awaitEnd(LONG)).isEqualTo(3);
    }

    @Test
    void killedLauncherTakesItsProcessesAlongAndTheNextStartGoesOn() throws IOException, InterruptedException {
        Launcher first = launch("up");
        first.awaitLine("Ctrl-C stops it");
        List<ProcessId> processes = processes();

        first.kill();

        assertThat(processes).allMatch(process -> Ending.isGone(process, LONG));
        launch("up").awaitLine("MediaNest is ready");
    }

    @Test
    void serviceThatDiesIsReportedAndStartedAgain() throws IOException {
        Launcher up = launch("up");
        up.awaitLine("Ctrl-C stops it");
        ProcessId first = processOf(Part.MEDIA);

        Signal.KILL.send(first.pid());

        up.awaitLine("media-request-service died with code 137");
        up.awaitLine("started again in 1 s");
        up.awaitLine("media-request-service  ready");
        assertThat(processOf(Part.MEDIA)).isNotEqualTo(first);
    }

    @Test
    void serviceThatCannotStartEndsTheStartWithItsLastWords() throws IOException, InterruptedException {
        Files.createFile(layout.application(Part.DOWNLOADS).resolve(FakeService.BROKEN));

        Launcher up = launch("up");

        up.awaitLine("download-service ended with code 7");
        up.awaitLine("cannot start, and says why");
        assertThat(up.awaitEnd(LONG)).isEqualTo(1);
        assertThat(Arrays.stream(Part.values()))
                .noneMatch(part -> records().living(part.title()).isPresent());
    }

    @Test
    void takenPortIsNamedWithItsHolder() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(ports.of(Part.REDIS), 1, InetAddress.getLoopbackAddress())) {
            Launcher up = launch("up");

            String line = up.awaitLine("Port %d (redis) is taken by".formatted(taken.getLocalPort()));
            assertThat(line).contains("process " + ProcessHandle.current().pid(), "--port ");
            assertThat(up.awaitEnd(LONG)).isEqualTo(1);
        }
    }

    @Test
    void secondLauncherOnTheSameDataIsRefused() throws IOException, InterruptedException {
        Launcher first = launch("up");
        first.awaitLine("Ctrl-C stops it");

        Launcher second = launch("up");

        second.awaitLine("already runs on %s (process %d".formatted(layout.data(), first.pid()));
        assertThat(second.awaitEnd(LONG)).isEqualTo(1);
        Launcher reset = launch("reset", "--yes");
        reset.awaitLine("Stop it first");
        assertThat(reset.awaitEnd(LONG)).isEqualTo(1);
    }

    @Test
    void stopInTheMiddleOfAStartLeavesNothing() throws IOException, InterruptedException {
        Launcher up = launch("up");
        up.awaitLine("postgres               ready");

        up.terminate();

        assertThat(up.awaitEnd(LONG)).as(up.said()).isZero();
        assertThat(Arrays.stream(Part.values()))
                .noneMatch(part -> records().living(part.title()).isPresent());
    }

    @Test
    void tablesThatAreBroughtUpToDateAreNotCutOffByAStop() throws IOException, InterruptedException {
        Files.createFile(layout.application(Part.AUTH).resolve(FakeService.THOROUGH));
        Launcher up = launch("up");
        up.awaitLine("Bringing the tables up to date");

        up.terminate();

        assertThat(up.awaitEnd(LONG)).as(up.said()).isZero();
        assertThat(Arrays.stream(Part.values()))
                .noneMatch(part -> records().living(part.title()).isPresent());
    }

    @Test
    void resetAsksAndThenTakesEverythingAway() throws IOException, InterruptedException {
        Files.createDirectories(layout.library());

        Launcher unsure = launch("reset");

        unsure.awaitLine("--yes");
        assertThat(unsure.awaitEnd(LONG)).isEqualTo(1);
        assertThat(layout.library()).exists();
        assertThat(launch("reset", "--yes").awaitEnd(LONG)).isZero();
        assertThat(layout.data()).isEmptyDirectory();
    }

    private Launcher launch(String... words) throws IOException {
        List<String> arguments = new ArrayList<>(Arrays.asList(words));
        arguments.addAll(List.of("--root", temporary.toString(), "--port", Integer.toString(ports.base())));
        Launcher launcher = new Launcher(arguments.toArray(String[]::new));
        launchers.add(launcher);
        return launcher;
    }

    private List<ProcessId> processes() {
        return Arrays.stream(Part.values())
                .flatMap(part -> records().living(part.title()).stream())
                .toList();
    }

    private ProcessId processOf(Part part) {
        return records().living(part.title()).orElseThrow();
    }

    private PidRecords records() {
        return new PidRecords(layout.run());
    }
}

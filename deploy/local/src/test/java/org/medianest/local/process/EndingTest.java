package org.medianest.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EndingTest {

    @Test
    void processThatListensGoesByItself() throws IOException {
        Process process = started("sleep 60 & echo ready; wait");

        assertThat(new Ending(Signal.TERM, Duration.ofSeconds(10)).end(idOf(process)))
                .isEqualTo(Ending.Outcome.WENT);
    }

    @Test
    void processThatDoesNotListenIsKilled() throws IOException {
        Process process = started("trap '' TERM INT; echo ready; while :; do sleep 1; done");

        assertThat(new Ending(Signal.INT, Duration.ofMillis(100)).end(idOf(process)))
                .isEqualTo(Ending.Outcome.KILLED);
    }

    @Test
    void whatItStartedGoesWithIt() throws IOException {
        Process process = started("sleep 60 & echo $!; exec sleep 60");
        ProcessId offspring = process.children()
                .findFirst()
                .flatMap(child -> ProcessId.of(child.pid()))
                .orElseThrow();

        new Ending(Signal.TERM, Duration.ofSeconds(10)).end(idOf(process));

        assertThat(Ending.isGone(offspring, Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void endedProcessNeedsNoEnd() throws IOException, InterruptedException {
        Process process = started("echo ready");
        ProcessId gone = new ProcessId(process.pid(), "whatever");
        process.waitFor();

        assertThat(Ending.AT_ONCE.end(gone)).isEqualTo(Ending.Outcome.WENT);
    }

    /** Returns once the script has said something. */
    private static Process started(String script) throws IOException {
        Process process = new ProcessBuilder("/bin/sh", "-c", script).start();
        BufferedReader output = process.inputReader();
        output.readLine();
        return process;
    }

    private static ProcessId idOf(Process process) {
        return ProcessId.of(process.pid()).orElseThrow();
    }
}

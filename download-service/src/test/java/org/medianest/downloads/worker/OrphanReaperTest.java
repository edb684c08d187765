package org.medianest.downloads.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrphanReaperTest {
    private final OrphanReaper reaper = new OrphanReaper(Path.of("/proc"));
    private final String marker = "test-" + UUID.randomUUID();
    private final String other = "test-" + UUID.randomUUID();

    @AfterEach
    void nothingStays() throws InterruptedException {
        reaper.reap(marker);
        reaper.reap(other);
    }

    @Test
    void leftoversOfThisWorkerDieWithTheirChildren() throws Exception {
        Process orphan = start(marker, "sleep 300 & sleep 300");
        Process ofAnother = start(other, "sleep 300");

        int count = reaper.reap(marker);

        assertThat(count).isGreaterThanOrEqualTo(1);
        assertThat(orphan.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(reaper.reap(marker)).isZero();
        assertThat(ofAnother.isAlive()).isTrue();
    }

    @Test
    void nothingLeftIsNoMistake() throws Exception {
        assertThat(reaper.reap(marker)).isZero();
        assertThat(new OrphanReaper(Path.of("/nowhere")).reap(marker)).isZero();
    }

    private static Process start(String marker, String script) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("setsid", "sh", "-c", script);
        builder.environment().put(Children.MARKER, marker);
        return builder.start();
    }
}

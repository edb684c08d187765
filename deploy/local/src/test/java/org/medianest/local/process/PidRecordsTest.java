package org.medianest.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidRecordsTest {
    @TempDir
    Path folder;

    private PidRecords records;
    private ProcessId self;

    @BeforeEach
    void setUp() {
        records = new PidRecords(folder);
        self = ProcessId.of(ProcessHandle.current().pid()).orElseThrow();
    }

    @Test
    void livingProcessIsFoundAgain() throws IOException {
        records.write("redis", self);

        assertThat(records.living("redis")).contains(self);
    }

    @Test
    void numberThatBelongsToAnotherProcessNowIsNotTakenForIt() throws IOException {
        records.write("redis", new ProcessId(self.pid(), "an-earlier-boot:17"));

        assertThat(records.living("redis")).isEmpty();
    }

    @Test
    void endedProcessIsNotLiving() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "60").start();
        records.write("redis", ProcessId.of(process.pid()).orElseThrow());

        process.destroyForcibly().waitFor();

        assertThat(records.living("redis")).isEmpty();
    }

    @Test
    void spoiltRecordIsNoRecord() throws IOException {
        Files.writeString(folder.resolve("redis.pid"), "not a number\n");

        assertThat(records.living("redis")).isEmpty();
        assertThat(records.living("never-written")).isEmpty();
    }

    @Test
    void removalIsRepeatable() throws IOException {
        records.write("redis", self);

        records.remove("redis");
        records.remove("redis");

        assertThat(folder).isEmptyDirectory();
    }
}

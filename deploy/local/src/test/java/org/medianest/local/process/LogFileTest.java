package org.medianest.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    Path folder;

    @Test
    void grownLogIsPutAsideAndThreeAreKept() throws IOException {
        LogFile log = new LogFile(folder.resolve("redis.log"), 3);
        for (int i = 1; i <= 6; i++) {
            Files.writeString(log.file(), "log " + i);
            log.rotate();
        }

        assertThat(folder.resolve("redis.log.1")).hasContent("log 6");
        assertThat(folder.resolve("redis.log.3")).hasContent("log 4");
        assertThat(folder.resolve("redis.log.4")).doesNotExist();
        assertThat(log.file()).doesNotExist();
    }

    @Test
    void smallLogStays() throws IOException {
        LogFile log = new LogFile(folder.resolve("redis.log"), 100);
        Files.writeString(log.file(), "little");

        log.rotate();

        assertThat(log.file()).hasContent("little");
    }

    @Test
    void lastLinesAreThoseOfThisRun() throws IOException {
        LogFile log = new LogFile(folder.resolve("redis.log"));
        Files.writeString(log.file(), "old\n");
        long start = log.end();
        Files.writeString(log.file(), "old\na\nb\nc\n");

        assertThat(log.lastLines(10, start)).containsExactly("a", "b", "c");
        assertThat(log.lastLines(2, start)).containsExactly("b", "c");
        assertThat(new LogFile(folder.resolve("none.log")).lastLines(2, 0)).isEmpty();
    }
}

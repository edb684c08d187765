package org.medianest.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceLockTest {
    @TempDir
    Path folder;

    private final ProcessId self = ProcessId.of(ProcessHandle.current().pid()).orElseThrow();

    @Test
    void holderIsKnownWithItsPort() throws IOException {
        Path file = folder.resolve("lock");

        try (InstanceLock lock = InstanceLock.take(file, self, 9000).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(InstanceLock.holder(file)).contains(new InstanceLock.Holder(self, 9000));
        }
    }

    @Test
    void noteOfADeadHolderCountsForNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("lock"), "1 an-earlier-boot:5 9000\n");

        assertThat(InstanceLock.holder(file)).isEmpty();
        assertThat(InstanceLock.take(file, self, 9000)).isPresent();
    }
}

package org.medianest.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProcTest {

    @Test
    void nameWithBracketsAndSpacesDoesNotShiftTheFields() {
        String line = "4242 (evil) R 1 (x) S 17 4242 4242 0 -1 4194560 1 0 0 0 5 6 0 0 20 0 1 0 987654 1000 200 18446";

        Proc.Stat stat = Proc.Stat.parse(line);

        assertThat(stat).isEqualTo(new Proc.Stat('S', 17, 987654));
    }

    @Test
    void ownMemoryIsKnown() {
        assertThat(Proc.SYSTEM.proportionalMemory(ProcessHandle.current().pid()).orElseThrow())
                .isBetween(1L << 20, 1L << 40);
    }

    @Test
    void machineWithoutProcKnowsNothing() {
        Proc none = new Proc(Path.of("/nowhere"));

        assertThat(none.pids()).isEmpty();
        assertThat(none.stat(1)).isEmpty();
        assertThat(none.proportionalMemory(1)).isEmpty();
    }
}

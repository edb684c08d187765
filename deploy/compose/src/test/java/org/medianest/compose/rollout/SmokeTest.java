package org.medianest.compose.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.medianest.compose.testing.Machine;
import org.medianest.compose.testing.Repository;
import org.medianest.local.testing.FreePorts;

/** What it says of a MediaNest that is not there. */
class SmokeTest {
    @Test
    void whatDoesNotAnswerIsSaid() throws IOException, InterruptedException {
        Machine.program("curl");

        Process smoke = new ProcessBuilder(
                        Repository.file("deploy/compose/smoke").toString(), "http://127.0.0.1:" + FreePorts.one())
                .redirectErrorStream(true)
                .start();
        String said = new String(smoke.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(smoke.waitFor()).isEqualTo(1);
        assertThat(said)
                .startsWith("NOT well: ")
                .contains(" does not answer: curl: (7)")
                .doesNotContain("\nwell:");
    }
}

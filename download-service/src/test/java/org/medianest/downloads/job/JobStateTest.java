package org.medianest.downloads.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.medianest.commons.testing.StateDiagram;

class JobStateTest {
    @Test
    void readmeShowsTheseVeryStates() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String diagram = StateDiagram.of(JobState.values(), JobState::next, JobState::isEnd);

        assertThat(readme)
                .as("put this between ```mermaid and ``` in README.md:\n" + diagram)
                .contains("```mermaid\n" + diagram + "```");
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED, COMPLETED",
        "QUEUED, DOWNLOADING",
        "PROBING, COMPLETED",
        "DOWNLOADING, COMPLETED",
        "DOWNLOADING, PROBING",
        "COMPLETED, QUEUED",
        "COMPLETED, CANCELLED",
        "CANCELLED, COMPLETED",
        "CANCELLED, FAILED",
        "FAILED, COMPLETED"
    })
    void illegalStepChangesNothing(JobState from, JobState to) {
        Job job = job();
        job.state = from;

        assertThatThrownBy(() -> job.become(to, Instant.now())).isInstanceOf(IllegalStateException.class);

        assertThat(job.state).isEqualTo(from);
    }

    @ParameterizedTest
    @EnumSource(JobState.class)
    void noStateFollowsItself(JobState state) {
        assertThat(state.canBecome(state)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(JobState.class)
    void everyRunningStateCanBeCancelledFailedAndGivenBack(JobState state) {
        if (state.isRunning()) {
            assertThat(state.next()).contains(JobState.CANCELLED, JobState.FAILED, JobState.QUEUED);
        }
    }

    @Test
    void endHasATimeAndNoLease() {
        Job job = job();
        Instant now = Instant.now();
        job.become(JobState.PROBING, now);
        job.worker = "w";
        job.leaseUntil = now;

        job.become(JobState.FAILED, now);

        assertThat(job.finishedAt).isEqualTo(now);
        assertThat(job.leaseUntil).isNull();
        assertThat(job.worker).isNull();
    }

    private static Job job() {
        return new Job(UUID.randomUUID(), UUID.randomUUID(), "ada", "https://example.org", Quality.BEST, Instant.now());
    }
}

package org.medianest.downloads.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medianest.downloads.job.JobState;
import org.medianest.downloads.testing.SettableClock;

class ReportTest {
    private final List<JobState> told = new ArrayList<>();
    private final Report report = new Report(new SettableClock(), (state, progress) -> told.add(state));

    @Test
    void statesFollowWhatIsSaid() {
        report.note(new Said.Processing("ThumbnailsConvertor", true));
        assertThat(report.state()).isEqualTo(JobState.PROBING);
        report.note(chosen("136+140"));
        assertThat(report.state()).isEqualTo(JobState.DOWNLOADING);
        report.note(new Said.Progressed("136", true, 8, 8L, null, null));
        report.note(new Said.Processing("FixupM4a", true));
        assertThat(report.state()).isEqualTo(JobState.DOWNLOADING);
        report.note(new Said.Progressed("140", true, 2, 2L, null, null));
        report.note(new Said.Processing("Merger", true));
        assertThat(report.state()).isEqualTo(JobState.PROCESSING);
    }

    @Test
    void stateNeverGoesBack() {
        report.note(chosen("18"));
        report.note(new Said.Moved("x", null));

        report.note(chosen("18"));

        assertThat(report.state()).isEqualTo(JobState.PROCESSING);
    }

    @Test
    void flickerIsNotTold() {
        report.note(chosen("18"));
        for (int i = 0; i < 100; i++) {
            report.note(new Said.Progressed("18", false, i, 100L, null, null));
        }
        report.note(new Said.Progressed("18", true, 100, 100L, null, null));

        assertThat(told).hasSize(2);
    }

    private static Said.Chosen chosen(String formats) {
        return new Said.Chosen("t", null, null, formats, 10L);
    }
}

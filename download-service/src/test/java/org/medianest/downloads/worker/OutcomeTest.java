package org.medianest.downloads.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.medianest.downloads.worker.DownloadFailure.BROKEN_FILE;
import static org.medianest.downloads.worker.DownloadFailure.LIVE;
import static org.medianest.downloads.worker.DownloadFailure.NOT_ONE_VIDEO;
import static org.medianest.downloads.worker.DownloadFailure.NOT_YET;
import static org.medianest.downloads.worker.DownloadFailure.NO_VIDEO;
import static org.medianest.downloads.worker.DownloadFailure.PROCESS_DIED;
import static org.medianest.downloads.worker.DownloadFailure.REMOVED;
import static org.medianest.downloads.worker.DownloadFailure.TOOL_REFUSED;
import static org.medianest.downloads.worker.DownloadFailure.UNKNOWN;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {
    private static final Said.Chosen CHOSEN = new Said.Chosen("t", null, 10.0, "18", null);
    private static final Said.Moved MOVED = new Said.Moved("media.mp4", 10.0);

    private final Transcript said = new Transcript();

    @Test
    void movedAndZeroIsDone() {
        said.note(CHOSEN);
        said.note(MOVED);

        assertThat(Outcome.of(0, said)).isEqualTo(new Outcome.Done(MOVED));
    }

    @Test
    void movedAndOneIsDoneBecauseOnlyASideStepFailed() {
        said.note(CHOSEN);
        said.note(MOVED);
        said.note(new Said.Words("ERROR: Preprocessing: Unable to communicate with SponsorBlock API"));

        assertThat(Outcome.of(1, said)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void zeroWithoutAFileIsBroken() {
        said.note(CHOSEN);

        assertThat(failure(0)).isEqualTo(BROKEN_FILE);
    }

    @Test
    void silentFilterIsExplained() {
        assertThat(failure(0)).isEqualTo(NOT_ONE_VIDEO);
        said.note(new Said.Announced(null, false));
        assertThat(failure(0)).isEqualTo(NO_VIDEO);
        said.note(new Said.Announced("is_upcoming", false));
        assertThat(failure(0)).isEqualTo(NOT_YET);
        said.note(new Said.Announced("is_live", true));
        assertThat(failure(0)).isEqualTo(LIVE);
    }

    @Test
    void lastErrorDecides() {
        said.note(new Said.Words("ERROR: [generic] None: Unable to download webpage: HTTP Error 503: x"));
        said.note(
                new Said.Words(
                        "ERROR: [generic] None: Unable to download webpage: HTTP Error 404: Not Found; please report this issue on x"));
        said.note(new Said.Words("WARNING: something"));

        assertThat(failure(1)).isEqualTo(REMOVED);
        assertThat(said.error()).endsWith("HTTP Error 404: Not Found");
    }

    @Test
    void oneWithoutAWordIsUnknown() {
        assertThat(failure(1)).isEqualTo(UNKNOWN);
    }

    @Test
    void twoIsOurMistake() {
        assertThat(failure(2)).isEqualTo(TOOL_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(ints = {137, 143, 130})
    void signalIsADeath(int exit) {
        said.note(CHOSEN);
        said.note(MOVED);

        assertThat(failure(exit)).isEqualTo(PROCESS_DIED);
    }

    private DownloadFailure failure(int exit) {
        return ((Outcome.Failed) Outcome.of(exit, said)).failure();
    }
}

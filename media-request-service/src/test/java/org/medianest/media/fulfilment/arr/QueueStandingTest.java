package org.medianest.media.fulfilment.arr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.media.fulfilment.Stage;

class QueueStandingTest {
    private static final String USUAL = """
            {"id":1,"movieId":7,"size":8000,"sizeleft":6000,"timeleft":"00:12:30","status":"downloading",
             "trackedDownloadStatus":"ok","trackedDownloadState":"downloading","downloadId":"ABC"}""";

    @Test
    void downloadShowsItsShareAndItsTime() {
        assertThat(standing(USUAL)).contains(new Stage.Downloading(25, 750L));
    }

    @Test
    void timeThatIsAbsentIsUnknown() {
        assertThat(standing(USUAL.replace("\"timeleft\":\"00:12:30\",", ""))).contains(new Stage.Downloading(25, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"queued", "paused", "delay", "unknown", "fallback", "Downloading"})
    void whatIsInTheQueueIsOnItsWay(String status) {
        assertThat(standing(USUAL.replace("\"status\":\"downloading\"", "\"status\":\"" + status + "\"")))
                .contains(new Stage.Downloading(25, 750L));
    }

    @Test
    void seasonPackCountsOnce() {
        String episode = USUAL.replace("movieId", "seriesId");

        assertThat(standing(episode, episode.replace("\"id\":1", "\"id\":2"), episode.replace("\"id\":1", "\"id\":3")))
                .contains(new Stage.Downloading(25, 750L));
    }

    @Test
    void differentDownloadsAreAddedUp() {
        String other = USUAL.replace("\"id\":1", "\"id\":2")
                .replace("ABC", "DEF")
                .replace("\"size\":8000", "\"size\":2000")
                .replace("6000", "0")
                .replace("00:12:30", "1.00:00:00");

        assertThat(standing(USUAL, other)).contains(new Stage.Downloading(40, 86400L));
    }

    @Test
    void linesWithoutADownloadAreDifferentOnes() {
        String nameless = USUAL.replace("ABC", "");

        assertThat(standing(nameless, nameless.replace("\"id\":1", "\"id\":2").replace("6000", "0")))
                .contains(new Stage.Downloading(62.5, 750L));
    }

    @Test
    void whatIsBeingImportedIsHere() {
        assertThat(standing(USUAL.replace(
                        "\"trackedDownloadState\":\"downloading\"", "\"trackedDownloadState\":\"importing\"")))
                .contains(new Stage.Downloading(100, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"imported", "ignored"})
    void whatIsOverSaysNothing(String state) {
        assertThat(standing(USUAL.replace(
                        "\"trackedDownloadState\":\"downloading\"", "\"trackedDownloadState\":\"" + state + "\"")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "status, downloading, warning",
        "status, downloading, failed",
        "status, downloading, downloadClientUnavailable",
        "trackedDownloadState, downloading, importBlocked",
        "trackedDownloadState, downloading, failedPending",
        "trackedDownloadState, downloading, failed",
        "trackedDownloadStatus, ok, warning",
        "trackedDownloadStatus, ok, error"
    })
    void troubleNeedsAttentionWithAReason(String field, String usual, String trouble) {
        String line = USUAL.replace("\"%s\":\"%s\"".formatted(field, usual), "\"%s\":\"%s\"".formatted(field, trouble));

        assertThat(standing(line)).containsInstanceOf(Stage.NeedsAttention.class);
    }

    @Test
    void reasonIsWhatTheSystemSays() {
        String line = USUAL.replace("\"trackedDownloadState\":\"downloading\"", """
                "trackedDownloadState":"importBlocked",
                "statusMessages":[{"title":"The.Film.mkv","messages":["Not an upgrade for existing movie file","Sample"]}]""");

        assertThat(standing(line))
                .contains(new Stage.NeedsAttention("Radarr: Not an upgrade for existing movie file Sample"));
    }

    @Test
    void oneInTroubleComesBeforeOthersOnTheirWay() {
        String stalled = USUAL.replace("\"id\":1", "\"id\":2")
                .replace(
                        "\"status\":\"downloading\"",
                        "\"status\":\"warning\",\"errorMessage\":\"The download is stalled\"");

        assertThat(standing(USUAL, stalled)).contains(new Stage.NeedsAttention("Radarr: The download is stalled"));
    }

    private static Optional<Stage> standing(String... lines) {
        List<QueueRecord> records =
                Arrays.stream(lines).map(QueueStandingTest::line).toList();
        return QueueStanding.of("Radarr", records);
    }

    private static QueueRecord line(String json) {
        try {
            return QueueRecord.of(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException mistake) {
            throw new IllegalArgumentException(json, mistake);
        }
    }
}

package org.medianest.media.fulfilment.arr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.medianest.media.fulfilment.Stage;
import org.medianest.media.system.SystemDown;

/** How films and series stand that are in no queue. */
class StandingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Test
    void filmWithAFileIsImported() {
        assertThat(film("{'hasFile':true,'monitored':true,'isAvailable':true}")).isEqualTo(new Stage.Imported());
    }

    @Test
    void filmThatIsOutIsSearchedFor() {
        assertThat(film("{'hasFile':false,'monitored':true,'isAvailable':true}"))
                .isEqualTo(new Stage.Searching());
    }

    @Test
    void filmThatIsNotOutWaitsForTheFirstDayAtHome() {
        assertThat(film("""
                {'hasFile':false,'monitored':true,'isAvailable':false,'inCinemas':'2026-02-01T00:00:00Z',
                 'physicalRelease':'2026-06-01T00:00:00Z','digitalRelease':'2026-05-01T00:00:00Z'}""")).isEqualTo(new Stage.WaitingForRelease(LocalDate.of(2026, 5, 1)));
    }

    @Test
    void filmOfWhichNobodyKnowsTheDayWaitsAllTheSame() {
        assertThat(film("{'hasFile':false,'monitored':true,'isAvailable':false,'inCinemas':'2025-02-01T00:00:00Z'}"))
                .isEqualTo(new Stage.WaitingForRelease(null));
    }

    @Test
    void filmThatNobodyWatchesNeedsAttention() {
        assertThat(film("{'hasFile':false,'monitored':false,'isAvailable':true}"))
                .isInstanceOf(Stage.NeedsAttention.class);
    }

    @Test
    void answerOfOtherTypesIsNoAnswer() {
        assertThatThrownBy(() -> film("{'hasFile':'no','monitored':'yes','isAvailable':'yes'}"))
                .isInstanceOf(SystemDown.class);
    }

    @Test
    void seriesIsImportedWhenAllWantedSeasonsAreWhole() {
        String series = series(season(1, true, 10, 10, 10), season(2, true, 0, 8, 8));

        assertThat(series(series, Set.of(1))).isEqualTo(new Stage.Imported());
        assertThat(series(series, Set.of(1, 2))).isEqualTo(new Stage.Searching());
    }

    @Test
    void whatIsStillToBeAiredIsWaitedFor() {
        String series = series(season(3, true, 4, 4, 8));

        assertThat(series(series, Set.of(3))).isEqualTo(new Stage.WaitingForRelease(LocalDate.of(2026, 3, 8)));
    }

    @Test
    void newSeriesWhoseEpisodesAreNotKnownYetIsSearchedFor() {
        assertThat(series(series("{'seasonNumber':1,'monitored':true}"), Set.of(1)))
                .isEqualTo(new Stage.Searching());
    }

    @Test
    void seasonThatNobodyWatchesNeedsAttention() {
        assertThat(series(series(season(1, false, 2, 2, 8)), Set.of(1))).isInstanceOf(Stage.NeedsAttention.class);
    }

    @Test
    void seasonZeroIsNoPartOfTheWholeSeries() {
        String series = series(season(0, false, 0, 0, 5), season(1, true, 3, 3, 3));

        assertThat(series(series, Set.of())).isEqualTo(new Stage.Imported());
    }

    private static String series(String... seasons) {
        return "{'monitored':true,'nextAiring':'2026-03-08T20:00:00Z','seasons':[" + String.join(",", seasons) + "]}";
    }

    private static String season(int number, boolean monitored, int files, int aired, int all) {
        return """
                {'seasonNumber':%d,'monitored':%s,
                 'statistics':{'episodeFileCount':%d,'episodeCount':%d,'totalEpisodeCount':%d}}""".formatted(number, monitored, files, aired, all);
    }

    private static Stage film(String json) {
        return MovieStanding.of(read(json), TODAY);
    }

    private static Stage series(String json, Set<Integer> seasons) {
        return SeriesStanding.of(read(json), seasons, TODAY, null);
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException mistake) {
            throw new IllegalArgumentException(json, mistake);
        }
    }
}

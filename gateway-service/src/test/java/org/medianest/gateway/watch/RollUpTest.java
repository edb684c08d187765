package org.medianest.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.medianest.gateway.watch.RollUp.Day;
import org.medianest.gateway.watch.RollUp.Stretch;

class RollUpTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @Test
    void firstBeatIsNewsAndStandsForWhatItSays() {
        RollUp news = rollUp(unseen(), beat(NOON, WatchState.UP, 20));

        assertThat(news.news()).singleElement().satisfies(it -> {
            assertThat(it.state()).isEqualTo(WatchState.UP);
            assertThat(it.since()).isEqualTo(NOON);
        });
        assertThat(news.stretches()).containsEntry(new Stretch("plex", NOON), new Tally(20_000, 0, 0, 1, 7));
        assertThat(news.days()).containsEntry(new Day("plex", LocalDate.of(2026, 1, 2)), new Tally(20_000, 0, 0, 1, 7));
    }

    @Test
    void sameBeatAgainChangesNothing() {
        RollUp news = rollUp(seen(WatchState.UP, NOON), beat(NOON, WatchState.DOWN, 20));

        assertThat(news.seen()).isEmpty();
        assertThat(news.changes()).isEmpty();
        assertThat(news.stretches()).isEmpty();
    }

    @Test
    void noMomentCountsTwice() {
        RollUp news = rollUp(seen(WatchState.UP, NOON), beat(NOON.plusSeconds(5), WatchState.UP, 60));

        assertThat(news.stretches().values()).containsExactly(new Tally(5_000, 0, 0, 1, 7));
    }

    @Test
    void whatHappenedInBetweenIsHistoryAndNoNews() {
        RollUp news = rollUp(
                seen(WatchState.UP, NOON),
                beat(NOON.plusSeconds(120), WatchState.UP, 60),
                beat(NOON.plusSeconds(60), WatchState.DOWN, 60));

        assertThat(news.changes()).map(RollUp.Change::state).containsExactly(WatchState.DOWN, WatchState.UP);
        assertThat(news.news()).isEmpty();
        assertThat(news.seen())
                .singleElement()
                .satisfies(it -> assertThat(it.since()).isEqualTo(NOON.plusSeconds(120)));
    }

    @Test
    void notToKnowIsNoLookSoWhatIsHeardLaterStillCounts() {
        RollUp lost = rollUp(seen(WatchState.UP, NOON), beat(NOON.plusSeconds(300), WatchState.UNKNOWN, 0));

        Watched unknown = lost.seen().getFirst();
        RollUp back = rollUp(unknown, beat(NOON.plusSeconds(60), WatchState.UP, 60));

        assertThat(unknown.state()).isEqualTo(WatchState.UNKNOWN);
        assertThat(lost.stretches()).isEmpty();
        assertThat(back.seen())
                .singleElement()
                .satisfies(it -> assertThat(it.state()).isEqualTo(WatchState.UP));
        assertThat(back.stretches().values()).containsExactly(new Tally(60_000, 0, 0, 1, 7));
    }

    @Test
    void beatsOfWhatIsNotWatchedAreDropped() {
        assertThat(new RollUp(Map.of(), List.of(beat(NOON, WatchState.UP, 1))).seen())
                .isEmpty();
    }

    @Test
    void plannedWorkCountsOnNeitherSide() {
        Tally tally = new Tally(90, 10, 1_000, 0, 0);

        assertThat(tally.uptime()).isEqualTo(0.9);
        assertThat(tally.verdict()).isEqualTo(Tally.Verdict.PARTLY);
        assertThat(new Tally(0, 0, 5, 0, 0).verdict()).isEqualTo(Tally.Verdict.MAINTENANCE);
        assertThat(Tally.NOTHING.verdict()).isEqualTo(Tally.Verdict.UNKNOWN);
        assertThat(Tally.NOTHING.uptime()).isNull();
    }

    private static RollUp rollUp(Watched known, Beat... beats) {
        return new RollUp(Map.of(known.id(), known), List.of(beats));
    }

    private static Beat beat(Instant at, WatchState state, long seconds) {
        return new Beat("plex", at, state, null, 7, Duration.ofSeconds(seconds));
    }

    private static Watched unseen() {
        return seen(WatchState.UNKNOWN, null);
    }

    private static Watched seen(WatchState state, @Nullable Instant at) {
        return new Watched("plex", WatchKind.SYSTEM, "Plex", null, null, state, at, null, null, at);
    }
}

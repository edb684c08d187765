package org.medianest.gateway.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What beats change, found before anything is written: the same beat again changes nothing. Not to know how something is is no look at
 * it: what is heard later of that time still counts.
 */
final class RollUp {
    static final Duration STRETCH = Duration.ofMinutes(5);
    /** A beat stands for no more: where nobody looked for longer, nobody knows. */
    private static final Duration LONGEST_COVER = Duration.ofMinutes(15);

    private final Map<String, Watched> before;
    private final Map<String, Watched> now;
    private final List<Change> changes = new ArrayList<>();
    private final Map<Stretch, Tally> stretches = new HashMap<>();
    private final Map<Day, Tally> days = new HashMap<>();

    record Change(
            String id,
            Instant at,
            WatchState state,
            @Nullable String message) {}

    record Stretch(String id, Instant begins) {}

    record Day(String id, LocalDate day) {}

    /** @param known what is watched, by id; beats of others are nobody's */
    RollUp(Map<String, Watched> known, List<Beat> beats) {
        this.before = known;
        this.now = new HashMap<>(known);
        beats.stream().sorted(Comparator.comparing(Beat::at)).forEach(this::take);
    }

    private void take(Beat beat) {
        Watched found = now.get(beat.id());
        if (found == null || (beat.state() != WatchState.UNKNOWN && isOld(beat, found.checkedAt()))) {
            return;
        }
        boolean changed = found.state() != beat.state();
        boolean looked = beat.state() != WatchState.UNKNOWN;
        if (changed && looked) {
            changes.add(new Change(beat.id(), beat.at(), beat.state(), beat.message()));
        }
        now.put(
                beat.id(),
                new Watched(
                        found.id(),
                        found.kind(),
                        found.name(),
                        found.group(),
                        found.probeUrl(),
                        beat.state(),
                        changed ? beat.at() : found.since(),
                        beat.message(),
                        beat.responseMs(),
                        looked ? beat.at() : found.checkedAt()));
        if (looked) {
            count(beat, found.checkedAt());
        }
    }

    private static boolean isOld(Beat beat, @Nullable Instant checkedAt) {
        return checkedAt != null && !beat.at().isAfter(checkedAt);
    }

    /** No moment counts twice: a beat stands for the time since the one before, and for less if it says so. */
    private void count(Beat beat, @Nullable Instant checkedAt) {
        Duration covered = shorter(beat.covers(), LONGEST_COVER);
        if (checkedAt != null) {
            covered = shorter(covered, Duration.between(checkedAt, beat.at()));
        }
        Tally tally = Tally.of(beat, covered);
        long length = STRETCH.toMillis();
        Instant begins = Instant.ofEpochMilli(beat.at().toEpochMilli() / length * length);
        stretches.merge(new Stretch(beat.id(), begins), tally, Tally::plus);
        days.merge(new Day(beat.id(), LocalDate.ofInstant(beat.at(), ZoneOffset.UTC)), tally, Tally::plus);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Those that a beat was about. */
    List<Watched> seen() {
        return now.values().stream()
                .filter(it -> !it.equals(before.get(it.id())))
                .toList();
    }

    /** Those that are something else now than they were: what became of them in between is history, no news. */
    List<Watched> news() {
        return seen().stream().filter(it -> it.state() != stateBefore(it)).toList();
    }

    private @Nullable WatchState stateBefore(Watched it) {
        Watched known = before.get(it.id());
        return known == null ? null : known.state();
    }

    List<Change> changes() {
        return changes;
    }

    Map<Stretch, Tally> stretches() {
        return stretches;
    }

    Map<Day, Tally> days() {
        return days;
    }
}

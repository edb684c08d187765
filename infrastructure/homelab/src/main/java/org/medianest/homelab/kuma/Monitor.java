package org.medianest.homelab.kuma;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.medianest.homelab.system.SystemName;

/** A monitor and what it found. Belongs to {@link UptimeKuma}, under whose lock it is read and changed. */
final class Monitor {
    static final int SHOWN = 100;

    private static final int FULL_HOUR = 60;
    private static final int DAYS_BEFORE = 90;

    private final Facts facts;
    private final Deque<Beat> beats = new ArrayDeque<>();
    private final Uptime uptime = new Uptime();
    private Finding finding = new Finding(BeatStatus.UP, "200 - OK");
    private boolean active = true;
    private boolean told;
    private Instant next;

    /**
     * What does not change.
     *
     * @param parent the group it is in
     * @param watches the system of the homelab behind it, whose faults it finds
     * @param ping its usual time to an answer; 0 for a kind that measures none
     */
    record Facts(
            int id,
            String name,
            String type,
            @Nullable String url,
            @Nullable String hostname,
            @Nullable Integer port,
            @Nullable Integer parent,
            List<Tag> tags,
            @Nullable SystemName watches,
            int ping,
            Duration interval) {
        Facts {
            tags = List.copyOf(tags);
        }
    }

    record Tag(String name, String value, String color) {}

    /** What it finds from now on. */
    record Finding(BeatStatus status, String msg) {}

    Monitor(Facts facts, Instant now) {
        this.facts = facts;
        this.next = now.plus(facts.interval());
    }

    /** Has it been up all the time, but for a short while each month. */
    void fillPast(Instant now, int firstBeatId) {
        for (int hour = DAYS_BEFORE * 24; hour > 1; hour--) {
            int down = hour % (30 * 24) == facts.id() * 7 ? 6 : 0;
            uptime.addHour(now.minus(Duration.ofHours(hour)), FULL_HOUR - down, down, facts.ping());
        }
        for (int i = 0; i < SHOWN; i++) {
            Instant time = now.minus(facts.interval().multipliedBy(SHOWN - i));
            add(new Beat(
                    firstBeatId + i, facts.id(), BeatStatus.UP, finding.msg(), time, pingAt(i), i == 0, seconds(), 0));
        }
    }

    private @Nullable Integer pingAt(int number) {
        return facts.ping() == 0 ? null : facts.ping() + number * 7 % 11;
    }

    private int seconds() {
        return Math.toIntExact(facts.interval().toSeconds());
    }

    Facts facts() {
        return facts;
    }

    int id() {
        return facts.id();
    }

    /** From now on it finds what it is told, and no faults. */
    void told() {
        told = true;
    }

    boolean findsFaults() {
        return facts.watches() != null && !told;
    }

    boolean isActive() {
        return active;
    }

    void active(boolean on, Instant now) {
        active = on;
        next = now.plus(facts.interval());
    }

    Finding finding() {
        return finding;
    }

    /** @return the beat at once, if it finds something else now */
    Optional<Beat> find(Finding newFinding, int beatId, Instant now) {
        boolean changed = newFinding.status() != finding.status();
        finding = newFinding;
        return changed && active ? Optional.of(beat(beatId, now)) : Optional.empty();
    }

    boolean isDue(Instant now) {
        return active && !next.isAfter(now);
    }

    Instant next() {
        return next;
    }

    /** Leaves out what was missed, as it does when its server slept. */
    void skipTo(Instant time) {
        next = time;
    }

    Beat beat(int beatId, Instant now) {
        Beat before = beats.peekLast();
        int since = before == null
                ? seconds()
                : Math.toIntExact(Duration.between(before.time(), now).toSeconds());
        Beat beat = new Beat(
                beatId,
                facts.id(),
                finding.status(),
                finding.msg(),
                now,
                finding.status() == BeatStatus.UP ? pingAt(beatId) : null,
                before == null || before.status() != finding.status(),
                since,
                0);
        add(beat);
        next = now.plus(facts.interval());
        return beat;
    }

    private void add(Beat beat) {
        beats.addLast(beat);
        uptime.add(beat);
        if (beats.size() > 10 * SHOWN) {
            beats.removeFirst();
        }
    }

    List<Beat> beats() {
        return List.copyOf(beats);
    }

    /** The last hundred, oldest first. */
    List<Beat> lastBeats() {
        return beats.stream().skip(Math.max(0, beats.size() - SHOWN)).toList();
    }

    Optional<Beat> lastBeat() {
        return Optional.ofNullable(beats.peekLast());
    }

    Uptime uptime() {
        return uptime;
    }
}

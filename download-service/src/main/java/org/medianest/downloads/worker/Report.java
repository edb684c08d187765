package org.medianest.downloads.worker;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.medianest.downloads.job.Described;
import org.medianest.downloads.job.JobState;
import org.medianest.downloads.job.Progress;

/**
 * What a run has to tell: to those who are watching at once but not too often, to the database when {@link #persist} is called. Fed by
 * two reading threads, which must not wait for either.
 */
final class Report {
    /** Four a second are enough for eyes. */
    private static final Duration GAP = Duration.ofMillis(250);

    /** Steps before and between the bytes; all others mean that the bytes are here. */
    private static final Set<String> EARLY_STEPS = Set.of("ThumbnailsConvertor", "Concat", "SponsorBlock");

    /** The heartbeat writes, and at the end the run itself: one after the other, or both would take the same step. */
    private final ReentrantLock writing = new ReentrantLock();

    private final ProgressMeter meter;
    private final Throttle throttle;
    private final BiConsumer<JobState, Progress> audience;
    private JobState state = JobState.PROBING;
    private JobState persisted = JobState.PROBING;
    private @Nullable Described described;
    private @Nullable String title;
    private long signsOfLife;

    Report(Clock clock, BiConsumer<JobState, Progress> audience) {
        this.meter = new ProgressMeter(clock);
        this.throttle = new Throttle(clock, GAP);
        this.audience = audience;
    }

    /** @return whether something has changed that should be written down soon */
    synchronized boolean note(Said said) {
        signsOfLife++;
        return switch (said) {
            case Said.Chosen chosen -> {
                meter.expect(chosen);
                described = new Described(chosen.title(), chosen.uploader(), chosen.duration(), false);
                title = described.title();
                yield enter(JobState.DOWNLOADING);
            }
            case Said.Progressed bytes -> {
                meter.note(bytes);
                tell(bytes.finished() && meter.isComplete());
                yield false;
            }
            case Said.Processing step ->
                step.started()
                        && state == JobState.DOWNLOADING
                        && meter.isComplete()
                        && !EARLY_STEPS.contains(step.step())
                        && enter(JobState.PROCESSING);
            case Said.Moved moved -> enter(JobState.PROCESSING);
            case Said.Announced announced -> false;
            case Said.Words words -> false;
        };
    }

    /** States only go forward here; a second stream does not undo the first one's processing. */
    synchronized boolean enter(JobState next) {
        if (next.compareTo(state) <= 0) {
            return false;
        }
        state = next;
        tell(true);
        return true;
    }

    synchronized JobState state() {
        return state;
    }

    /** What the site calls it. */
    synchronized @Nullable String title() {
        return title;
    }

    synchronized Progress progress() {
        return meter.progress();
    }

    /** Grows as long as something happens. */
    synchronized long signsOfLife() {
        return signsOfLife;
    }

    /** Writes down what is new, once; what could not be written stays new. */
    void persist(Held held) throws InterruptedException {
        writing.lockInterruptibly();
        try {
            write(held);
        } finally {
            writing.unlock();
        }
    }

    private void write(Held held) throws InterruptedException {
        Described news = news();
        if (news != null) {
            held.step(leases -> leases.describe(held.lease(), news));
            forget(news);
        }
        JobState now = state();
        if (now != persisted) {
            held.step(leases -> leases.advance(held.lease(), now));
            persisted = now;
        }
    }

    private synchronized @Nullable Described news() {
        return described;
    }

    private synchronized void forget(Described told) {
        if (told.equals(described)) {
            described = null;
        }
    }

    private void tell(boolean important) {
        if (throttle.lets(important)) {
            audience.accept(state, meter.progress());
        }
    }
}

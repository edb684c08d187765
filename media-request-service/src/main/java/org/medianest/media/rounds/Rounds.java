package org.medianest.media.rounds;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.drain.Farewell;
import org.medianest.commons.leader.Leadership;
import org.medianest.commons.leader.Term;

/**
 * Does a piece of work again and again, on a thread of its own, while this replica leads the task. The work may wait for what it asks; a
 * round that fails is followed by the next.
 */
public final class Rounds {
    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private final Leadership leadership;
    private final String task;
    private final Duration pause;
    private final Consumer<Term> work;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running = true;
    private @Nullable Thread thread;

    /**
     * @param pause between two rounds
     * @param work one round; must ask {@link Leadership#require} before what nobody else may do meanwhile
     */
    public Rounds(Leadership leadership, String task, Duration pause, Consumer<Term> work) {
        this.leadership = leadership;
        this.task = task;
        this.pause = pause;
        this.work = work;
    }

    public void start() {
        thread = Thread.ofPlatform().daemon().name(task).start(this::goRound);
    }

    /** The next round begins now, if this replica is the one. */
    public void wake() {
        wake.release();
    }

    /** The round that is being made is finished first, unless that takes long. */
    public void stop(Farewell farewell) {
        running = false;
        wake.release();
        farewell.await(thread);
    }

    private void goRound() {
        try (Leadership.Campaign campaign = leadership.campaign(task)) {
            while (running) {
                campaign.term().ifPresent(this::round);
                await();
            }
        }
    }

    private void round(Term term) {
        try {
            work.accept(term);
        } catch (Term.Over replaced) {
            LOG.infof("%s", replaced.getMessage());
        } catch (RuntimeException notNow) {
            LOG.warnf("%s: a round failed, the next one will try again: %s", task, notNow);
        }
    }

    private void await() {
        try {
            if (wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}

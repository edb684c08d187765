package org.medianest.commons.leader;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Transaction;

/**
 * Who does what, as rows in Postgres. A leader renews its row; one whose row has not changed for {@link #LIFE} is replaced. Each candidate
 * measures that with a clock of its own that no change of the time moves: the times in the rows may jump with the clock of Postgres.
 *
 * <p>The open transaction of a leader that stands still, if it has one, is ended by Postgres before it is replaced, so it cannot commit
 * anything afterwards.
 */
@ApplicationScoped
public class Leadership {
    private static final Logger LOG = Logger.getLogger(Leadership.class);
    private static final Duration LIFE = Duration.ofSeconds(3);
    private static final Duration RENEWAL = Duration.ofSeconds(1);

    /** How often a candidate looks: the dead is replaced after its {@link #LIFE} and two looks, at most. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final LeadershipStore store;
    private final MeterRegistry meters;

    /** This process; another one each time it starts. */
    private final String holder = UUID.randomUUID().toString();

    private final List<Campaign> campaigns = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("leadership").factory());
    private long renewedAt = System.nanoTime();

    Leadership(LeadershipStore store, MeterRegistry meters) {
        this.store = store;
        this.meters = meters;
    }

    /** Tries to lead a task from now on, and to keep leading it. */
    public Campaign campaign(String task) {
        Campaign campaign = new Campaign(task);
        if (campaigns.isEmpty()) {
            renewals.scheduleWithFixedDelay(this::step, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
        }
        campaigns.add(campaign);
        Gauge.builder("medianest.leader", campaign, it -> it.term().isPresent() ? 1 : 0)
                .description("1 where this replica leads the task")
                .tag("task", task)
                .register(meters);
        return campaign;
    }

    /** Fails with {@link Term.Over} unless this term lasts; to be asked first in every transaction of a leader. */
    public Uni<Void> require(Transaction transaction, Term term) {
        return store.require(transaction, term, holder);
    }

    /** The same outside of a transaction, right before doing what cannot be part of one. */
    public Uni<Void> require(Term term) {
        return store.require(term, holder);
    }

    /**
     * Ends this term for a newer one of the same leader, because something outside of Postgres knows this epoch, which is later than
     * this term's: it is of a Postgres that is no more. Fails with {@link Term.Over} when it was another leader's after all.
     */
    public Uni<Void> surpass(Transaction transaction, Term term, long epoch) {
        return store.surpass(transaction, term, holder, epoch);
    }

    @PreDestroy
    void stop() {
        renewals.shutdownNow();
    }

    private void step() {
        List<Campaign> leaders = campaigns.stream().filter(Campaign::leads).toList();
        if (!leaders.isEmpty() && System.nanoTime() - renewedAt >= RENEWAL.toNanos()) {
            renewedAt = System.nanoTime();
            renew(leaders);
        }
        List<Campaign> candidates =
                campaigns.stream().filter(campaign -> !campaign.leads()).toList();
        if (!candidates.isEmpty()) {
            look(candidates);
        }
    }

    /** All at once: each write waits for the disk, which has little else to do in a quiet house. */
    private void renew(List<Campaign> leaders) {
        ask(leaders, tasks -> store.renew(tasks, holder), Term::task, Campaign::serve);
    }

    /** At all rows at once: a replica that stands by for many tasks costs no more than for one. */
    private void look(List<Campaign> candidates) {
        ask(candidates, store::sights, Sight::task, Campaign::stand);
    }

    /** One question for the tasks of all these campaigns; each takes the answer for its own, null when there is none. */
    private static <T> void ask(
            List<Campaign> campaigns,
            Function<List<String>, Uni<List<T>>> question,
            Function<T, String> task,
            BiConsumer<Campaign, @Nullable T> take) {
        try {
            List<String> tasks =
                    campaigns.stream().map(campaign -> campaign.task).toList();
            Map<String, T> answers = question.apply(tasks).await().atMost(LIFE).stream()
                    .collect(Collectors.toMap(task, Function.identity()));
            campaigns.forEach(campaign -> take.accept(campaign, answers.get(campaign.task)));
        } catch (RuntimeException away) {
            campaigns.forEach(campaign -> campaign.lose(away));
        }
    }

    /** A task that this process wants to lead. */
    public final class Campaign implements AutoCloseable {
        private final String task;
        private volatile Optional<Term> term = Optional.empty();
        private volatile boolean closed;
        private @Nullable Sight sight;

        private Campaign(String task) {
            this.task = task;
        }

        /** The term as of the last renewal: {@link #require} tells whether it still lasts. */
        public Optional<Term> term() {
            return term;
        }

        private boolean leads() {
            return term.isPresent();
        }

        /** @param held what this process holds now; null while the row is another's */
        private void serve(@Nullable Term held) {
            if (!closed) {
                term = Optional.ofNullable(held);
            }
        }

        /** @param now what is to be seen of the row, if there is one */
        private void stand(@Nullable Sight now) {
            if (now == null) {
                hold(null);
                return;
            }
            Sight before = sight;
            sight = before != null && before.looksLike(now) ? before : now;
            if (sight.isFree(LIFE, System.nanoTime())) {
                hold(sight);
            }
        }

        /** While Postgres is away nobody can renew: that is no sign of a leader's death. And whoever leads must ask Postgres before each step. */
        private void lose(RuntimeException away) {
            sight = null;
            LOG.debugf("leadership of %s not renewed: %s", task, away);
        }

        private void hold(@Nullable Sight dead) {
            try {
                serve(store.hold(task, holder, dead).await().atMost(LIFE).orElse(null));
            } catch (RuntimeException away) {
                lose(away);
            }
        }

        /** Lets the next one take over at once. In the thread of the renewals, so that none of those holds the row again after it. */
        @Override
        public void close() {
            closed = true;
            campaigns.remove(this);
            try {
                renewals.submit(this::release).get(LIFE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException | RejectedExecutionException away) {
                LOG.debugf("leadership of %s not released, it lapses: %s", task, away);
            }
        }

        private void release() {
            Optional<Term> last = term;
            term = Optional.empty();
            last.ifPresent(held -> store.release(held, holder).await().atMost(RENEWAL));
        }
    }
}

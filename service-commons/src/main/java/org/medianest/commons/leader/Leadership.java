package org.medianest.commons.leader;

import static org.medianest.commons.database.Values.moment;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Sql;
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
    private static final Duration RENEWAL = Duration.ofMillis(500);

    /** How often a candidate looks: a read, where a renewal is a write. */
    private static final Duration LOOK = Duration.ofMillis(250);

    private static final String SIGHTS =
            "select task, epoch, until, until = 'epoch' as released from leadership where task = any($1)";

    /**
     * Renews what is held, or takes what was let go or was seen standing still as {@code $3, $4}. Versions before this one go by
     * {@code until} alone, so it says what they need.
     */
    private static final String HOLD = """
            insert into leadership (task, holder, epoch, until) values ($1, $2, 1, clock_timestamp() + interval '3 seconds')
            on conflict (task) do update
            set holder = excluded.holder, until = excluded.until,
                epoch = leadership.epoch + (leadership.holder <> excluded.holder)::int
            where leadership.holder = excluded.holder
                or leadership.until = 'epoch'
                or (leadership.epoch = $3 and leadership.until = $4)
            returning epoch
            """;

    private static final String RELEASE =
            "update leadership set until = 'epoch' where task = $1 and holder = $2 and epoch = $3";

    /**
     * A row while the term lasts. An idle transaction then ends sooner than a leader's life: one that stands still in the middle
     * of it loses that first.
     */
    private static final String HELD = """
            select set_config('idle_in_transaction_session_timeout', '2000ms', true) from leadership
            where task = $1 and holder = $2 and epoch = $3
            """;

    private static final String SURPASS =
            "update leadership set epoch = $4 where task = $1 and holder = $2 and epoch = $3";

    private final Database database;
    private final MeterRegistry meters;

    /** This process; another one each time it starts. */
    private final String holder = UUID.randomUUID().toString();

    private final List<Campaign> campaigns = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("leadership").factory());

    Leadership(Database database, MeterRegistry meters) {
        this.database = database;
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
        return held(transaction, term);
    }

    /** The same outside of a transaction, right before doing what cannot be part of one. */
    public Uni<Void> require(Term term) {
        return held(database, term);
    }

    /**
     * Ends this term for a newer one of the same leader, because something outside of Postgres knows this epoch, which is later than
     * this term's: it is of a Postgres that is no more. Fails with {@link Term.Over} when it was another leader's after all.
     */
    public Uni<Void> surpass(Transaction transaction, Term term, long epoch) {
        return transaction
                .change(SURPASS, term.task(), holder, term.epoch(), epoch + 1)
                .map(rows -> {
                    if (rows == 0) {
                        throw new Term.Over(term);
                    }
                    return rows;
                })
                .replaceWithVoid();
    }

    private Uni<Void> held(Sql sql, Term term) {
        return sql.first(row -> term, HELD, term.task(), holder, term.epoch())
                .map(held -> held.orElseThrow(() -> new Term.Over(term)))
                .replaceWithVoid();
    }

    @PreDestroy
    void stop() {
        renewals.shutdownNow();
    }

    private void step() {
        campaigns.stream().filter(Campaign::leads).forEach(Campaign::renew);
        List<Campaign> candidates =
                campaigns.stream().filter(campaign -> !campaign.leads()).toList();
        if (!candidates.isEmpty()) {
            look(candidates);
        }
    }

    /** At all rows at once: a replica that stands by for many tasks costs no more than for one. */
    private void look(List<Campaign> candidates) {
        try {
            String[] tasks = candidates.stream().map(campaign -> campaign.task).toArray(String[]::new);
            Map<String, Sight> sights = database.list(Sight::of, SIGHTS, (Object) tasks).await().atMost(LIFE).stream()
                    .collect(Collectors.toMap(Sight::task, Function.identity()));
            candidates.forEach(candidate -> candidate.stand(sights.get(candidate.task)));
        } catch (RuntimeException away) {
            candidates.forEach(candidate -> candidate.lose(away));
        }
    }

    /**
     * How a candidate found the row.
     *
     * @param since when it first looked like this, by {@link System#nanoTime}
     */
    private record Sight(String task, long epoch, Instant until, boolean released, long since) {
        static Sight of(Row row) {
            return new Sight(
                    row.getString("task"),
                    row.getLong("epoch"),
                    moment(row, "until"),
                    row.getBoolean("released"),
                    System.nanoTime());
        }

        /** Whether its leader has let it go, or not touched it for so long. */
        boolean isFree(long now) {
            return released || now - since > LIFE.toNanos();
        }

        boolean looksLike(Sight other) {
            return epoch == other.epoch && until.equals(other.until);
        }
    }

    /** A task that this process wants to lead. */
    public final class Campaign implements AutoCloseable {
        private final String task;
        private volatile Optional<Term> term = Optional.empty();
        private volatile boolean closed;
        private @Nullable Sight sight;
        private long renewedAt;

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

        private void renew() {
            if (System.nanoTime() - renewedAt >= RENEWAL.toNanos()) {
                hold(null);
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
            if (sight.isFree(System.nanoTime())) {
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
                Optional<Term> held = database.first(
                                row -> new Term(task, row.getLong("epoch")),
                                HOLD,
                                task,
                                holder,
                                dead == null ? null : dead.epoch(),
                                dead == null ? null : dead.until())
                        .await()
                        .atMost(LIFE);
                renewedAt = System.nanoTime();
                if (!closed) {
                    term = held;
                }
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
            last.ifPresent(held ->
                    database.change(RELEASE, task, holder, held.epoch()).await().atMost(RENEWAL));
        }
    }
}

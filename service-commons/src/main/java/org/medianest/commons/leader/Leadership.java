package org.medianest.commons.leader;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Sql;
import org.medianest.commons.database.Transaction;

/**
 * Who does what, as rows in Postgres. A leader that dies or stands still loses its tasks after {@link #LIFE}; its open transaction, if it
 * has one, is ended by Postgres before that, so it cannot commit anything afterwards. All times are those of Postgres: clocks of
 * processes may jump.
 */
@ApplicationScoped
public class Leadership {
    private static final Logger LOG = Logger.getLogger(Leadership.class);
    private static final Duration LIFE = Duration.ofSeconds(4);
    private static final Duration RENEWAL = Duration.ofSeconds(1);

    private static final String HOLD = """
            insert into leadership (task, holder, epoch, until) values ($1, $2, 1, clock_timestamp() + $3 * interval '1 second')
            on conflict (task) do update
            set holder = excluded.holder, until = excluded.until,
                epoch = leadership.epoch
                    + (leadership.holder <> excluded.holder or leadership.until < clock_timestamp())::int
            where leadership.holder = excluded.holder or leadership.until < clock_timestamp()
            returning epoch
            """;

    private static final String RELEASE =
            "update leadership set until = clock_timestamp() where task = $1 and holder = $2 and epoch = $3";

    /**
     * A row while the term lasts. An idle transaction then ends sooner than a leader's life: one that stands still in the middle
     * of it loses that first.
     */
    private static final String HELD = """
            select set_config('idle_in_transaction_session_timeout', '3s', true) from leadership
            where task = $1 and holder = $2 and epoch = $3 and until > clock_timestamp()
            """;

    private final Database database;

    /** This process; another one each time it starts. */
    private final String holder = UUID.randomUUID().toString();

    private final List<Campaign> campaigns = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("leadership").factory());

    Leadership(Database database) {
        this.database = database;
    }

    /** Tries to lead a task from now on, and to keep leading it. */
    public Campaign campaign(String task) {
        Campaign campaign = new Campaign(task);
        if (campaigns.isEmpty()) {
            renewals.scheduleWithFixedDelay(
                    () -> campaigns.forEach(Campaign::renew), 0, RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
        }
        campaigns.add(campaign);
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

    private Uni<Void> held(Sql sql, Term term) {
        return sql.first(row -> term, HELD, term.task(), holder, term.epoch())
                .map(held -> held.orElseThrow(() -> new Term.Over(term)))
                .replaceWithVoid();
    }

    @PreDestroy
    void stop() {
        renewals.shutdownNow();
    }

    /** A task that this process wants to lead. */
    public final class Campaign implements AutoCloseable {
        private final String task;
        private volatile Optional<Term> term = Optional.empty();
        private volatile boolean closed;

        private Campaign(String task) {
            this.task = task;
        }

        /** The term as of the last renewal: {@link #require} tells whether it still lasts. A term that lapsed comes back as a new one. */
        public Optional<Term> term() {
            return term;
        }

        private void renew() {
            try {
                Optional<Term> renewed = database.first(
                                row -> new Term(task, row.getLong("epoch")), HOLD, task, holder, (double)
                                        LIFE.toSeconds())
                        .await()
                        .atMost(LIFE);
                if (!closed) {
                    term = renewed;
                }
            } catch (RuntimeException away) {
                // Nobody else becomes the leader either while Postgres is away, and whoever leads must ask it before
                // each step.
                LOG.debugf("leadership of %s not renewed: %s", task, away);
            }
        }

        /** Lets the next one take over at once. */
        @Override
        public void close() {
            closed = true;
            campaigns.remove(this);
            try {
                term.ifPresent(last -> database.change(RELEASE, task, holder, last.epoch())
                        .await()
                        .atMost(RENEWAL));
            } catch (RuntimeException away) {
                LOG.debugf("leadership of %s not released, it lapses: %s", task, away);
            }
            term = Optional.empty();
        }
    }
}

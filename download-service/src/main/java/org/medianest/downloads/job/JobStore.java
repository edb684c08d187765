package org.medianest.downloads.job;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Sql;
import org.medianest.commons.database.Transaction;

/** The table {@code job}: keeping, handing out, renewing, finding what was left behind, lists. */
@ApplicationScoped
class JobStore {
    private static final String RUNNING =
            JobState.running().stream().map(Enum::name).collect(Collectors.joining("', '", "('", "')"));

    private static final String INSERT = """
            insert into job (id, owner, username, url, quality, probe_id, state, title, uploader, duration_seconds, has_thumbnail,
                             not_before, created_at, updated_at, traceparent)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """;

    /** What a step may change. The row is locked since it was read. */
    private static final String UPDATE = """
            update job
            set state = $2, title = $3, uploader = $4, duration_seconds = $5, has_thumbnail = $6, failures = $7, crashes = $8,
                partial_of = $9, not_before = $10, worker = $11, lease_until = $12, percent = $13, downloaded_bytes = $14,
                total_bytes = $15, bytes_per_second = $16, eta_seconds = $17, failure_code = $18, failure_message = $19,
                failure_retryable = $20, file_path = $21, file_bytes = $22, file_seconds = $23, updated_at = $24,
                finished_at = $25, traceparent = $26, version = version + 1
            where id = $1
            """;

    private static final String DELETE = "delete from job where id = $1";

    private static final String SELECT = "select " + JobRow.COLUMNS;

    /** The owner is part of every question that a person asks. */
    private static final String OWNED = SELECT + " from job where id = $1 and owner = $2";

    private static final String LOCK_OWNED = OWNED + " for update";

    private static final String LOCK_HELD =
            SELECT + " from job where id = $1 and attempt = $2 and state in %s for update".formatted(RUNNING);

    /**
     * Oldest first, but those who have least running come before those who have more: one person's hundred downloads do not
     * make another's first one wait. One statement, so two workers never get the same row; a row that somebody else is just
     * taking is skipped, not waited for.
     */
    static final String CLAIM = """
            with running as (
                select owner, count(*) as jobs from job where state in %s group by owner
            ), next as materialized (
                select waiting.id
                from job waiting left join running on running.owner = waiting.owner
                where waiting.state = '%s' and waiting.not_before <= now()
                order by coalesce(running.jobs, 0), waiting.id
                limit 1
                for update of waiting skip locked
            )
            update job
            set state = '%s', attempt = attempt + 1, version = version + 1, worker = $1,
                lease_until = now() + $2 * interval '1 second', updated_at = now(),
                percent = null, downloaded_bytes = null, total_bytes = null, bytes_per_second = null, eta_seconds = null
            from next
            where job.id = next.id
            returning %s
            """.formatted(RUNNING, JobState.QUEUED, JobState.PROBING, JobRow.COLUMNS);

    /** Refused, by touching no row, when the attempt does not hold the job any more. */
    static final String RENEW = """
            update job
            set lease_until = now() + $3 * interval '1 second', updated_at = now(),
                percent = $4, downloaded_bytes = $5, total_bytes = $6, bytes_per_second = $7, eta_seconds = $8
            where id = $1 and attempt = $2 and state in %s
            """.formatted(RUNNING);

    static final String EXPIRED =
            SELECT + " from job where lease_until < now() order by lease_until limit 50 for update skip locked";

    static final String LEFT_BY =
            SELECT + " from job where lease_until is not null and worker = $1 for update skip locked";

    /** Those that ended so many seconds ago, a handful. */
    static final String LOCK_OLD = SELECT
            + " from job where finished_at < now() - $1 * interval '1 second' order by finished_at limit 50 for update skip locked";

    static final String PAGE = SELECT + " from job where owner = $1 and id < $2 order by id desc limit $3";

    /** A job that waits for its next try is not late before that. */
    static final String WAITING = """
            select count(*) as jobs,
                coalesce(extract(epoch from now() - min(not_before)), 0)::double precision as seconds
            from job where state = '%s'
            """.formatted(JobState.QUEUED);

    /** Of the given jobs, those whose unfinished files may still be wanted. */
    static final String WANTED = """
            select id from job
            where id = any($1)
              and (state in %s or state = '%s'
                   or state = '%s' and failure_retryable and finished_at > now() - interval '1 day')
            """.formatted(RUNNING, JobState.QUEUED, JobState.FAILED);

    /** Later than any id that there can be: the first page begins after it. */
    private static final UUID END_OF_TIME = new UUID(-1, -1);

    private final Database database;

    JobStore(Database database) {
        this.database = database;
    }

    Uni<Void> insert(Transaction transaction, Job job) {
        return transaction
                .change(
                        INSERT,
                        job.id,
                        job.owner,
                        job.username,
                        job.url,
                        job.quality,
                        job.probeId,
                        job.state,
                        job.title,
                        job.uploader,
                        job.durationSeconds,
                        job.hasThumbnail,
                        job.notBefore,
                        job.createdAt,
                        job.updatedAt,
                        job.traceparent)
                .replaceWithVoid();
    }

    /** Writes down what became of a job that this transaction has locked. */
    Uni<Void> update(Transaction transaction, Job job) {
        Progress progress = job.progress;
        Failure failure = job.failure;
        return transaction
                .change(
                        UPDATE,
                        job.id,
                        job.state,
                        job.title,
                        job.uploader,
                        job.durationSeconds,
                        job.hasThumbnail,
                        job.failures,
                        job.crashes,
                        job.partialOf,
                        job.notBefore,
                        job.worker,
                        job.leaseUntil,
                        progress == null ? null : progress.percent(),
                        progress == null ? null : progress.downloadedBytes(),
                        progress == null ? null : progress.totalBytes(),
                        progress == null ? null : progress.bytesPerSecond(),
                        progress == null ? null : progress.etaSeconds(),
                        failure == null ? null : failure.code(),
                        failure == null ? null : failure.message(),
                        failure == null ? null : failure.retryable(),
                        job.filePath,
                        job.fileBytes,
                        job.fileSeconds,
                        job.updatedAt,
                        job.finishedAt,
                        job.traceparent)
                .replaceWithVoid();
    }

    Uni<Void> delete(Transaction transaction, Job job) {
        return transaction.change(DELETE, job.id).replaceWithVoid();
    }

    Uni<Optional<Job>> owned(UUID id, UUID owner) {
        return owned(database, id, owner);
    }

    /** The same within a transaction, which must not wait for a second connection. */
    Uni<Optional<Job>> owned(Sql sql, UUID id, UUID owner) {
        return sql.first(JobRow::job, OWNED, id, owner);
    }

    /** The same, locked until the transaction ends: commands to one job wait for each other. */
    Uni<Optional<Job>> lockOwned(Transaction transaction, UUID id, UUID owner) {
        return transaction.first(JobRow::job, LOCK_OWNED, id, owner);
    }

    /** The job if this very attempt still holds it, locked; nothing for a worker that has lost it. */
    Uni<Optional<Job>> lockHeld(Transaction transaction, Lease lease) {
        return transaction.first(JobRow::job, LOCK_HELD, lease.job(), lease.attempt());
    }

    Uni<Optional<Job>> claim(Transaction transaction, String worker, Duration lease) {
        return transaction.first(JobRow::job, CLAIM, worker, seconds(lease));
    }

    Uni<Boolean> renew(Lease held, Progress progress, Duration lease) {
        return database.change(
                        RENEW,
                        held.job(),
                        held.attempt(),
                        seconds(lease),
                        progress.percent(),
                        progress.downloadedBytes(),
                        progress.totalBytes(),
                        progress.bytesPerSecond(),
                        progress.etaSeconds())
                .map(rows -> rows == 1);
    }

    Uni<List<Job>> expired(Transaction transaction) {
        return transaction.list(JobRow::job, EXPIRED);
    }

    Uni<List<Job>> leftBy(Transaction transaction, String worker) {
        return transaction.list(JobRow::job, LEFT_BY, worker);
    }

    /** Oldest first, a handful of those that ended before that time. */
    Uni<List<Job>> lockOld(Transaction transaction, Duration age) {
        return transaction.list(JobRow::job, LOCK_OLD, (double) age.toSeconds());
    }

    /** Newest first. */
    Uni<List<Job>> page(UUID owner, @Nullable UUID after, int rows) {
        return database.list(JobRow::job, PAGE, owner, after == null ? END_OF_TIME : after, rows);
    }

    Uni<Waiting> waiting() {
        return database.first(row -> new Waiting(row.getLong("jobs"), Math.max(0, row.getDouble("seconds"))), WAITING)
                .map(Optional::orElseThrow);
    }

    Uni<List<UUID>> wanted(List<UUID> ids) {
        return database.list(row -> row.getUUID(0), WANTED, ids);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}

package org.medianest.downloads.job;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The table {@code job} as a set: handing out, renewing, finding what was left behind, lists. Inside the caller's transaction. */
@ApplicationScoped
class JobStore {
    private static final String RUNNING =
            JobState.running().stream().map(Enum::name).collect(Collectors.joining("', '", "('", "')"));

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
            set state = '%s', attempt = attempt + 1, version = version + 1, worker = :worker,
                lease_until = now() + cast(:lease as double precision) * interval '1 second', updated_at = now(),
                percent = null, downloaded_bytes = null, total_bytes = null, bytes_per_second = null, eta_seconds = null
            from next
            where job.id = next.id
            returning job.*
            """.formatted(RUNNING, JobState.QUEUED, JobState.PROBING);

    /** Refused, by touching no row, when the attempt does not hold the job any more. */
    static final String RENEW = """
            update job
            set lease_until = now() + cast(:lease as double precision) * interval '1 second', updated_at = now(),
                percent = cast(:percent as double precision), downloaded_bytes = cast(:downloaded as bigint),
                total_bytes = cast(:total as bigint), bytes_per_second = cast(:speed as bigint),
                eta_seconds = cast(:eta as bigint)
            where id = :id and attempt = :attempt and state in %s
            """.formatted(RUNNING);

    static final String EXPIRED =
            "select * from job where lease_until < now() order by lease_until limit 50 for update skip locked";

    static final String LEFT_BY =
            "select * from job where lease_until is not null and worker = :worker for update skip locked";

    static final String PAGE = "select * from job where owner = :owner and id < :before order by id desc limit :rows";

    static final String WAITING = "select count(*) from job where state = '%s'".formatted(JobState.QUEUED);

    /** Of the given jobs, those whose unfinished files may still be wanted. */
    static final String WANTED = """
            select id from job
            where id = any(:ids)
              and (state in %s or state = '%s'
                   or state = '%s' and failure_retryable and finished_at > now() - interval '1 day')
            """.formatted(RUNNING, JobState.QUEUED, JobState.FAILED);

    /** Later than any id that there can be: the first page begins after it. */
    private static final UUID END_OF_TIME = new UUID(-1, -1);

    Uni<@Nullable Job> claim(String worker, Duration lease) {
        return session()
                .chain(session -> session.createNativeQuery(CLAIM, Job.class)
                        .setParameter("worker", worker)
                        .setParameter("lease", seconds(lease))
                        .getSingleResultOrNull());
    }

    Uni<Boolean> renew(Lease held, Progress progress, Duration lease) {
        return session()
                .chain(session -> session.createNativeQuery(RENEW)
                        .setParameter("lease", seconds(lease))
                        .setParameter("percent", progress.percent())
                        .setParameter("downloaded", progress.downloadedBytes())
                        .setParameter("total", progress.totalBytes())
                        .setParameter("speed", progress.bytesPerSecond())
                        .setParameter("eta", progress.etaSeconds())
                        .setParameter("id", held.job())
                        .setParameter("attempt", held.attempt())
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    Uni<List<Job>> expired() {
        return session()
                .chain(session -> session.createNativeQuery(EXPIRED, Job.class).getResultList());
    }

    Uni<List<Job>> leftBy(String worker) {
        return session()
                .chain(session -> session.createNativeQuery(LEFT_BY, Job.class)
                        .setParameter("worker", worker)
                        .getResultList());
    }

    /** Newest first. */
    Uni<List<Job>> page(UUID owner, @Nullable UUID after, int rows) {
        return session()
                .chain(session -> session.createNativeQuery(PAGE, Job.class)
                        .setParameter("owner", owner)
                        .setParameter("before", after == null ? END_OF_TIME : after)
                        .setParameter("rows", rows)
                        .getResultList());
    }

    Uni<Long> waiting() {
        return session()
                .chain(session -> session.createNativeQuery(WAITING, Long.class).getSingleResult());
    }

    Uni<List<UUID>> wanted(List<UUID> ids) {
        return session()
                .chain(session -> session.createNativeQuery(WANTED, UUID.class)
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .getResultList());
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}

package org.medianest.downloads.job;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.medianest.commons.outbox.Transactions;
import org.medianest.downloads.concurrent.Blocking;
import org.medianest.downloads.library.Shelf;

/**
 * Files that must not stay. Noted in the transaction that makes them unwanted, so that a crash before their removal leaves a note and
 * not a file without a row.
 */
@ApplicationScoped
class Discards {
    private static final String NOTE =
            "insert into discarded_file (path) values (:path) on conflict (path) do update set discarded_at = now()";

    private static final String KEEP = "delete from discarded_file where path = :path";

    private static final String NOTED = "select path from discarded_file order by discarded_at limit 100";

    /** A note outlives every lease, because a worker that has just lost its job may be putting the file there this moment. */
    private static final String FORGET =
            "delete from discarded_file where discarded_at < now() - cast(:age as double precision) * interval '1 second'";

    private final JobConfig config;
    private final Shelf shelf;
    private final Transactions transactions;

    Discards(JobConfig config, Shelf shelf, Transactions transactions) {
        this.config = config;
        this.shelf = shelf;
        this.transactions = transactions;
    }

    /** Inside the caller's transaction. */
    Uni<Void> note(String path) {
        return execute(NOTE, path);
    }

    /** Inside the caller's transaction: the path is wanted after all. */
    Uni<Void> keep(String path) {
        return execute(KEEP, path);
    }

    /** Removes what is noted. */
    Uni<Void> sweep() {
        return transactions
                .run(Discards::noted)
                .chain(paths -> paths.isEmpty() ? Uni.createFrom().voidItem() : remove(paths));
    }

    private Uni<Void> remove(List<String> paths) {
        return Blocking.offload(() -> {
                    paths.forEach(shelf::discard);
                    return paths;
                })
                .chain(() -> transactions.run(this::forget));
    }

    private Uni<Void> forget() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET)
                        .setParameter("age", config.lease().multipliedBy(2).toSeconds() * 1.0)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<List<String>> noted() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NOTED, String.class).getResultList());
    }

    private static Uni<Void> execute(String sql, String path) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql)
                        .setParameter("path", path)
                        .executeUpdate())
                .replaceWithVoid();
    }
}

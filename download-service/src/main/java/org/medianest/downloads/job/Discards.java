package org.medianest.downloads.job;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.downloads.concurrent.Blocking;
import org.medianest.downloads.library.Shelf;

/**
 * Files that must not stay. Noted in the transaction that makes them unwanted, so that a crash before their removal leaves a note and
 * not a file without a row.
 */
@ApplicationScoped
class Discards {
    private static final String NOTE =
            "insert into discarded_file (path) values ($1) on conflict (path) do update set discarded_at = now()";

    private static final String KEEP = "delete from discarded_file where path = $1";

    private static final String NOTED = "select path from discarded_file order by discarded_at limit 100";

    /** A note outlives every lease, because a worker that has just lost its job may be putting the file there this moment. */
    private static final String FORGET =
            "delete from discarded_file where discarded_at < now() - $1::double precision * interval '1 second'";

    private final JobConfig config;
    private final Shelf shelf;
    private final Database database;

    Discards(JobConfig config, Shelf shelf, Database database) {
        this.config = config;
        this.shelf = shelf;
        this.database = database;
    }

    /** @param path of a job that may have no file yet */
    Uni<Void> note(Transaction transaction, @Nullable String path) {
        return path == null
                ? Uni.createFrom().voidItem()
                : transaction.change(NOTE, path).replaceWithVoid();
    }

    /** The path is wanted after all. */
    Uni<Void> keep(Transaction transaction, String path) {
        return transaction.change(KEEP, path).replaceWithVoid();
    }

    /** Removes what is noted. */
    Uni<Void> sweep() {
        return database.list(row -> row.getString(0), NOTED)
                .chain(paths -> paths.isEmpty() ? Uni.createFrom().voidItem() : remove(paths));
    }

    private Uni<Void> remove(List<String> paths) {
        return Blocking.offload(() -> {
                    paths.forEach(shelf::discard);
                    return paths;
                })
                .chain(this::forget);
    }

    private Uni<Void> forget() {
        return database.change(FORGET, config.lease().multipliedBy(2).toSeconds() * 1.0)
                .replaceWithVoid();
    }
}

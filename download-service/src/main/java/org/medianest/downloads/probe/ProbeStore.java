package org.medianest.downloads.probe;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.downloads.job.Described;

/** The table {@code probe}. The owner is part of every question. */
@ApplicationScoped
class ProbeStore {
    private static final String INSERT = """
            insert into probe (id, owner, url, title, uploader, duration_seconds, extractor, has_thumbnail, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, now())
            """;

    static final String FIND = """
            select title, uploader, duration_seconds, has_thumbnail from probe
            where id = $1 and owner = $2 and url = $3 and created_at > now() - interval '1 hour'
            """;

    private static final String OWNED =
            "select has_thumbnail from probe where id = $1 and owner = $2 and created_at > now() - interval '1 hour'";

    static final String FORGET = "delete from probe where created_at < now() - interval '1 hour'";

    private final Database database;

    ProbeStore(Database database) {
        this.database = database;
    }

    Uni<Void> insert(UUID owner, Probe probe) {
        return database.change(
                        INSERT,
                        probe.id(),
                        owner,
                        probe.url(),
                        probe.title(),
                        probe.uploader(),
                        probe.durationSeconds(),
                        probe.extractor(),
                        probe.thumbnailUrl() != null)
                .replaceWithVoid();
    }

    Uni<Optional<Described>> find(Transaction transaction, UUID id, UUID owner, String url) {
        return transaction.first(ProbeStore::described, FIND, id, owner, url);
    }

    Uni<Optional<Boolean>> hasThumbnail(UUID id, UUID owner) {
        return database.first(row -> row.getBoolean(0), OWNED, id, owner);
    }

    Uni<Void> forgetOld() {
        return database.change(FORGET).replaceWithVoid();
    }

    private static Described described(Row row) {
        return new Described(
                row.getString("title"),
                row.getString("uploader"),
                row.getDouble("duration_seconds"),
                row.getBoolean("has_thumbnail"));
    }
}

package org.medianest.media.shelving;

import static org.medianest.commons.database.Values.constant;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;

/** The tables {@code shelving} and {@code download_collection}. */
@ApplicationScoped
class ShelvingStore {
    private static final String COLUMNS =
            "select download_id, owner_id, title, path, folder, state, looks, rating_key from shelving ";

    /** What is downloaded anew has another file. */
    private static final String ADD = """
            insert into shelving (download_id, owner_id, title, path, folder, state, next_at)
            values ($1, $2, $3, $4, $5, 'WAITING', $6)
            on conflict (download_id) do update
            set title = excluded.title, path = excluded.path, folder = excluded.folder, state = 'WAITING', looks = 0, rating_key = null,
                problem = null, next_at = excluded.next_at, updated_at = now()
            """;

    private static final String REMOVE = "delete from shelving where download_id = $1";

    private static final String IS_DUE =
            "select 1 from shelving where state in ('WAITING', 'SCANNED', 'FOUND') and next_at <= now() limit 1";

    private static final String DUE =
            COLUMNS + "where state in ('WAITING', 'SCANNED', 'FOUND') and next_at <= now() order by next_at limit 500";

    /** Whoever waits in the folder is found by the same scan, due or not. */
    private static final String SCANNED = """
            update shelving set state = 'SCANNED', next_at = $2, problem = null, updated_at = now() where state = 'WAITING' and folder = $1
            """;

    private static final String FOUND = """
            update shelving set state = 'FOUND', rating_key = $3, next_at = now(), updated_at = now()
            where download_id = $1 and path = $2 and state = 'SCANNED'
            """;

    private static final String MISSED = """
            update shelving set state = $3, looks = looks + 1, next_at = $4, problem = $5, updated_at = now()
            where download_id = $1 and path = $2 and state = 'SCANNED'
            """;

    private static final String SHELVED = """
            update shelving set state = 'SHELVED', updated_at = now() where download_id = $1 and rating_key = $2 and state = 'FOUND'
            """;

    private static final String POSTPONE = """
            update shelving set next_at = $1, problem = $2
            where state in ('WAITING', 'SCANNED', 'FOUND') and next_at <= now()
            """;

    private static final String COLLECTION =
            "select rating_key from download_collection where owner_id = $1 and section = $2";

    private static final String KEEP_COLLECTION = """
            insert into download_collection (owner_id, section, rating_key) values ($1, $2, $3)
            on conflict (owner_id, section) do update set rating_key = excluded.rating_key
            """;

    private final Database database;

    ShelvingStore(Database database) {
        this.database = database;
    }

    Uni<Void> add(Transaction transaction, Shelving shelving, Instant nextAt) {
        return transaction
                .change(
                        ADD,
                        shelving.downloadId(),
                        shelving.ownerId(),
                        shelving.title(),
                        shelving.path(),
                        shelving.folder(),
                        nextAt)
                .replaceWithVoid();
    }

    Uni<Void> remove(Transaction transaction, UUID downloadId) {
        return transaction.change(REMOVE, downloadId).replaceWithVoid();
    }

    Uni<Boolean> isAnyDue() {
        return database.first(row -> true, IS_DUE).map(Optional::isPresent);
    }

    Uni<List<Shelving>> due() {
        return database.list(ShelvingStore::shelving, DUE);
    }

    Uni<Void> scanned(String folder, Instant nextAt) {
        return database.change(SCANNED, folder, nextAt).replaceWithVoid();
    }

    Uni<Void> found(Shelving shelving, String ratingKey) {
        return database.change(FOUND, shelving.downloadId(), shelving.path(), ratingKey)
                .replaceWithVoid();
    }

    /** @param next what is to become of it: looked for, scanned for, or left alone */
    Uni<Void> missed(Shelving shelving, ShelvingState next, Instant nextAt, String problem) {
        return database.change(MISSED, shelving.downloadId(), shelving.path(), next, nextAt, problem)
                .replaceWithVoid();
    }

    /** Whether it was still wanted. */
    Uni<Boolean> shelved(Transaction transaction, UUID downloadId, String ratingKey) {
        return transaction.change(SHELVED, downloadId, ratingKey).map(changed -> changed == 1);
    }

    Uni<Void> postpone(Instant nextAt, String problem) {
        return database.change(POSTPONE, nextAt, problem).replaceWithVoid();
    }

    Uni<Optional<String>> collection(UUID ownerId, String section) {
        return database.first(row -> row.getString(0), COLLECTION, ownerId, section);
    }

    Uni<Void> keepCollection(UUID ownerId, String section, String ratingKey) {
        return database.change(KEEP_COLLECTION, ownerId, section, ratingKey).replaceWithVoid();
    }

    private static Shelving shelving(Row row) {
        return new Shelving(
                row.getUUID("download_id"),
                row.getUUID("owner_id"),
                row.getString("title"),
                row.getString("path"),
                row.getString("folder"),
                constant(row, "state", ShelvingState.class),
                row.getInteger("looks"),
                row.getString("rating_key"));
    }
}

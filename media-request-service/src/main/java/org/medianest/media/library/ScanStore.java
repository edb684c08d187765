package org.medianest.media.library;

import static org.medianest.commons.database.Values.constant;
import static org.medianest.commons.database.Values.instant;
import static org.medianest.commons.database.Values.moment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Sql;
import org.medianest.commons.database.Transaction;

/** The row of the table {@code library_scan}. */
@ApplicationScoped
class ScanStore {
    private static final String READ = """
            select machine, number, last_whole, state, section, kind, title, position, total, read_at, touched_at, finished_at,
                message, held_back, wanted
            from library_scan
            """;

    private static final String BEGIN = """
            update library_scan
            set machine = $1, number = number + 1, state = 'RUNNING', section = null, kind = null, title = null, position = 0,
                total = 0, read_at = now(), touched_at = now(), message = null, wanted = false,
                last_whole = case when machine = $1 then last_whole else 0 end
            """;

    private static final String RESUME =
            "update library_scan set state = 'RUNNING', touched_at = now(), message = null, wanted = false";

    private static final String MOVE = """
            update library_scan
            set section = $1, kind = $2, title = $3, position = $4, total = $5, read_at = now(), touched_at = now()
            """;

    private static final String FINISH = """
            update library_scan
            set state = 'DONE', finished_at = now(), touched_at = now(), message = null, held_back = $1, last_whole = number,
                section = null, kind = null, title = null, position = 0, total = 0
            """;

    private static final String FAIL =
            "update library_scan set state = 'FAILED', touched_at = now(), message = $1, wanted = false";

    /** The number stays: those of another server go on behind it. */
    private static final String FORGET = """
            update library_scan
            set machine = '', state = 'NEVER', last_whole = 0, section = null, kind = null, title = null, position = 0, total = 0,
                touched_at = now(), finished_at = null, message = null, held_back = 0
            """;

    private final Database database;

    ScanStore(Database database) {
        this.database = database;
    }

    Uni<Scan> read() {
        return read(database, READ);
    }

    Uni<Scan> lock(Transaction transaction) {
        return read(transaction, READ + " for update");
    }

    private static Uni<Scan> read(Sql sql, String statement) {
        return sql.first(ScanStore::scan, statement)
                .map(row -> row.orElseThrow(() -> new IllegalStateException("the row of the scan is missing")));
    }

    Uni<Void> begin(Transaction transaction, String machine) {
        return transaction.change(BEGIN, machine).replaceWithVoid();
    }

    Uni<Void> resume(Transaction transaction) {
        return transaction.change(RESUME).replaceWithVoid();
    }

    Uni<Void> move(Transaction transaction, ScanPart part, int position, int total) {
        return transaction
                .change(MOVE, part.section(), part.type(), part.title(), position, total)
                .replaceWithVoid();
    }

    Uni<Void> finish(Transaction transaction, int heldBack) {
        return transaction.change(FINISH, heldBack).replaceWithVoid();
    }

    Uni<Void> fail(Transaction transaction, String message) {
        return transaction.change(FAIL, message).replaceWithVoid();
    }

    Uni<Void> forget(Transaction transaction) {
        return transaction.change(FORGET).replaceWithVoid();
    }

    Uni<Void> want() {
        return database.change("update library_scan set wanted = true").replaceWithVoid();
    }

    Uni<Void> decided(Transaction transaction) {
        return transaction.change("update library_scan set held_back = 0").replaceWithVoid();
    }

    private static Scan scan(Row row) {
        String section = row.getString("section");
        return new Scan(
                row.getString("machine"),
                row.getLong("number"),
                row.getLong("last_whole"),
                constant(row, "state", Scan.State.class),
                section == null
                        ? Optional.empty()
                        : Optional.of(
                                new ScanPart(section, row.getString("title"), constant(row, "kind", PlexType.class))),
                row.getInteger("position"),
                row.getInteger("total"),
                moment(row, "read_at"),
                moment(row, "touched_at"),
                instant(row, "finished_at"),
                row.getString("message"),
                row.getInteger("held_back"),
                row.getBoolean("wanted"));
    }

    /** What is read in one go: the films, the series or the seasons of a section. */
    record ScanPart(String section, String title, PlexType type) {}

    /**
     * How far the scan is.
     *
     * @param part that is being read; empty before the first
     * @param position how many of the part have been read
     * @param readAt when it has last got a page, or begun
     * @param touchedAt when anything became of it, be it that it failed
     * @param finishedAt when a scan has last met everything
     */
    record Scan(
            String machine,
            long number,
            long lastWhole,
            State state,
            Optional<ScanPart> part,
            int position,
            int total,
            Instant readAt,
            Instant touchedAt,
            @Nullable Instant finishedAt,
            @Nullable String message,
            int heldBack,
            boolean wanted) {
        /** What becomes of a scan. */
        enum State {
            NEVER,
            RUNNING,
            FAILED,
            DONE
        }
    }
}

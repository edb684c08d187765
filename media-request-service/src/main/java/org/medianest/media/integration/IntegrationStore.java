package org.medianest.media.integration;

import static org.medianest.commons.database.Values.constant;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Sql;
import org.medianest.commons.database.Transaction;
import org.medianest.media.system.SystemKind;

/** The table {@code integration}. */
@ApplicationScoped
class IntegrationStore {
    private static final String COLUMNS =
            "select kind, url, secret, options, name, machine_identifier from integration ";

    private static final String KEEP = """
            insert into integration (kind, url, secret, options, name, machine_identifier, updated_at)
            values ($1, $2, $3, $4, $5, $6, now())
            on conflict (kind) do update
            set url = excluded.url, secret = excluded.secret, options = excluded.options, name = excluded.name,
                machine_identifier = excluded.machine_identifier, updated_at = excluded.updated_at
            """;

    private static final String HOLD_SAME = "select kind from integration where kind = $1 and secret = $2 for share";

    private static final String KEEP_WEBHOOK =
            "update integration set webhook_secret_hash = $2, updated_at = now() where kind = $1";

    private static final String WEBHOOK = "select webhook_secret_hash from integration where kind = $1";

    private final Database database;

    IntegrationStore(Database database) {
        this.database = database;
    }

    Uni<List<Integration>> all() {
        return database.list(IntegrationStore::integration, COLUMNS);
    }

    /** Nobody changes them until the transaction ends. */
    Uni<List<Integration>> lockAll(Transaction transaction) {
        return transaction.list(IntegrationStore::integration, COLUMNS + "order by kind for update");
    }

    Uni<Optional<Integration>> find(SystemKind kind) {
        return database.first(IntegrationStore::integration, COLUMNS + "where kind = $1", kind);
    }

    /** The row is locked, so that what follows is decided by what it says. */
    Uni<Optional<Integration>> lock(Transaction transaction, SystemKind kind) {
        return transaction.first(IntegrationStore::integration, COLUMNS + "where kind = $1 for update", kind);
    }

    /**
     * Whether nobody has connected the system anew, or disconnected it: its key is sealed anew, and never the same, each time. It then
     * stays so until the transaction ends.
     */
    Uni<Boolean> holdSame(Transaction transaction, SystemKind kind, String sealedSecret) {
        return transaction.first(row -> true, HOLD_SAME, kind, sealedSecret).map(Optional::isPresent);
    }

    Uni<Void> keep(Sql sql, Integration integration) {
        return sql.change(
                        KEEP,
                        integration.kind(),
                        integration.url().toString(),
                        integration.sealedSecret(),
                        integration.options(),
                        integration.name(),
                        integration.machineIdentifier())
                .replaceWithVoid();
    }

    Uni<Void> remove(Transaction transaction, SystemKind kind) {
        return transaction
                .change("delete from integration where kind = $1", kind)
                .replaceWithVoid();
    }

    /** How many rows have it now: none when the system is not connected. */
    Uni<Integer> keepWebhookSecret(Sql sql, SystemKind kind, String hash) {
        return sql.change(KEEP_WEBHOOK, kind, hash);
    }

    Uni<Optional<String>> webhookSecret(SystemKind kind) {
        return database.first(row -> Optional.ofNullable(row.getString(0)), WEBHOOK, kind)
                .map(found -> found.flatMap(hash -> hash));
    }

    private static Integration integration(Row row) {
        return new Integration(
                constant(row, "kind", SystemKind.class),
                URI.create(row.getString("url")),
                row.getString("secret"),
                row.getJsonObject("options"),
                row.getString("name"),
                row.getString("machine_identifier"));
    }
}

package org.medianest.auth.audit;

import static org.medianest.commons.database.Values.moment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Sql;
import org.medianest.commons.paging.PageRequest;

/** The table {@code audit_entry}. */
@ApplicationScoped
class AuditStore {
    private static final String INSERT = """
            insert into audit_entry (id, at, actor_id, actor_name, action, subject, detail)
            values ($1, $2, $3, $4, $5, $6, $7)
            """;

    private static final String NEWEST = """
            select id, at, actor_id, actor_name, action, subject, detail
            from audit_entry where id < $1 order by id desc limit $2
            """;

    private static final String FORGET =
            "delete from audit_entry where id in (select id from audit_entry where at < $1 order by at limit $2)";

    private static final UUID AFTER_ALL = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private static final String NAME = "select username from app_user where id = $1";

    private final Database database;

    AuditStore(Database database) {
        this.database = database;
    }

    Uni<Optional<String>> nameOf(Sql sql, UUID personId) {
        return sql.first(row -> row.getString(0), NAME, personId);
    }

    Uni<Void> insert(Sql sql, AuditEntry entry) {
        return sql.change(
                        INSERT,
                        entry.id(),
                        entry.at(),
                        entry.actorId(),
                        entry.actorName(),
                        entry.action(),
                        entry.subject(),
                        entry.detail())
                .replaceWithVoid();
    }

    Uni<List<AuditEntry>> newest(PageRequest<UUID> request) {
        UUID before = request.after() == null ? AFTER_ALL : request.after();
        return database.list(AuditStore::entry, NEWEST, before, request.limit() + 1);
    }

    Uni<Void> forgetBefore(Instant time) {
        return database.changeInPortions(FORGET, time);
    }

    private static AuditEntry entry(Row row) {
        return new AuditEntry(
                row.getUUID("id"),
                moment(row, "at"),
                row.getUUID("actor_id"),
                row.getString("actor_name"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"));
    }
}

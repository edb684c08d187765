package org.medianest.auth.user;

import static org.medianest.commons.database.Values.instant;
import static org.medianest.commons.database.Values.moment;
import static org.medianest.commons.database.Values.texts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Sql;
import org.medianest.commons.database.Transaction;

/** The table {@code app_user}. */
@ApplicationScoped
class UserStore {
    /** By name: a statement that is prepared outlives a column that a newer version adds. */
    private static final String SELECT =
            "select id, username, display_name, password_hash, permissions, plex_id, suspended_at, version, created_at from app_user ";

    private static final String INSERT = """
            insert into app_user (id, username, display_name, password_hash, permissions, plex_id, created_at)
            values ($1, $2, $3, $4, $5, $6, $7)
            """;

    private static final String NAMED = SELECT + "where username = $1";

    private static final String BY_ID = SELECT + "where id = $1";

    private static final String BY_PLEX_ID = SELECT + "where plex_id = $1";

    /** Waits for a change that is under way, and keeps later ones waiting. */
    private static final String AS_IT_STAYS = SELECT + "where id = $1 for share";

    private static final String LOCK_WITH_MANAGERS =
            SELECT + "where id = $1 or 'users:manage' = any (permissions) order by id for update";

    /**
     * Locks what it reads: a change of a person that is under way is waited for, and one that comes later waits. What is then said
     * of them is in the stream on the right side of what the change says.
     */
    private static final String AFTER = SELECT + "where id > $1 order by id limit $2 for share";

    private static final String CHANGE =
            "update app_user set permissions = $2, plex_id = $3, suspended_at = $4, version = $5 where id = $1";

    /** Not to the second, and never waiting for anybody who changes or reads the row. */
    private static final String SEEN = """
            update app_user set last_seen_at = now() where id = (
                select id from app_user
                where id = $1 and (last_seen_at is null or last_seen_at < now() - interval '5 minutes')
                for no key update skip locked)
            """;

    private static final String TAKEN = "select username from app_user where username = any ($1)";

    /** People who come in by other doors than the set-up get their names one after the other. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('app_user'))";

    private final Database database;

    UserStore(Database database) {
        this.database = database;
    }

    Uni<Void> insert(Transaction transaction, AppUser user) {
        return transaction
                .change(
                        INSERT,
                        user.id(),
                        user.username(),
                        user.displayName(),
                        user.passwordHash(),
                        user.permissions(),
                        user.plexId(),
                        user.createdAt())
                .replaceWithVoid();
    }

    Uni<Optional<AppUser>> named(String username) {
        return database.first(UserStore::user, NAMED, username);
    }

    Uni<Optional<AppUser>> byId(UUID id) {
        return database.first(UserStore::user, BY_ID, id);
    }

    Uni<Optional<AppUser>> byPlexId(Sql sql, long plexId) {
        return sql.first(UserStore::user, BY_PLEX_ID, plexId);
    }

    Uni<Optional<AppUser>> asItStays(Transaction transaction, UUID id) {
        return transaction.first(UserStore::user, AS_IT_STAYS, id);
    }

    /** The person and all who look after people, in the order of their ids, so that two who lock never wait for each other. */
    Uni<List<AppUser>> lockWithManagers(Transaction transaction, UUID id) {
        return transaction.list(UserStore::user, LOCK_WITH_MANAGERS, id);
    }

    Uni<Void> oneAtATime(Transaction transaction) {
        return transaction.run(ONE_AT_A_TIME).replaceWithVoid();
    }

    Uni<List<String>> taken(Transaction transaction, Collection<String> names) {
        return transaction.list(row -> row.getString(0), TAKEN, names);
    }

    /** Keeps what {@link AppUser} can change. */
    Uni<Void> change(Transaction transaction, AppUser user) {
        return transaction
                .change(CHANGE, user.id(), user.permissions(), user.plexId(), user.suspendedAt(), user.version())
                .replaceWithVoid();
    }

    Uni<Void> seen(UUID id) {
        return database.change(SEEN, id).replaceWithVoid();
    }

    /** The next people by id; they stay as they are until the transaction ends. */
    Uni<List<AppUser>> after(Transaction transaction, UUID id, int limit) {
        return transaction.list(UserStore::user, AFTER, id, limit);
    }

    private static AppUser user(Row row) {
        return new AppUser(
                row.getUUID("id"),
                row.getString("username"),
                row.getString("display_name"),
                row.getString("password_hash"),
                texts(row, "permissions"),
                row.getLong("plex_id"),
                instant(row, "suspended_at"),
                row.getInteger("version"),
                moment(row, "created_at"));
    }
}

package org.medianest.auth.user;

import static org.medianest.commons.database.Values.moment;
import static org.medianest.commons.database.Values.texts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;

/** The table {@code app_user}. */
@ApplicationScoped
class UserStore {
    private static final String INSERT =
            "insert into app_user (id, username, password_hash, permissions, created_at) values ($1, $2, $3, $4, $5)";

    private static final String NAMED = "select * from app_user where username = $1";

    private static final String BY_ID = "select * from app_user where id = $1";

    /**
     * Locks what it reads: a change of a person that is under way is waited for, and one that comes later waits. What is then said
     * of them is in the stream on the right side of what the change says.
     */
    private static final String AFTER = "select * from app_user where id > $1 order by id limit $2 for share";

    private final Database database;

    UserStore(Database database) {
        this.database = database;
    }

    Uni<Void> insert(Transaction transaction, AppUser user) {
        return transaction
                .change(INSERT, user.id(), user.username(), user.passwordHash(), user.permissions(), user.createdAt())
                .replaceWithVoid();
    }

    Uni<Optional<AppUser>> named(String username) {
        return database.first(UserStore::user, NAMED, username);
    }

    Uni<Optional<AppUser>> byId(UUID id) {
        return database.first(UserStore::user, BY_ID, id);
    }

    /** The next people by id; they stay as they are until the transaction ends. */
    Uni<List<AppUser>> after(Transaction transaction, UUID id, int limit) {
        return transaction.list(UserStore::user, AFTER, id, limit);
    }

    private static AppUser user(Row row) {
        return new AppUser(
                row.getUUID("id"),
                row.getString("username"),
                row.getString("password_hash"),
                texts(row, "permissions"),
                moment(row, "created_at"));
    }
}

package org.medianest.auth.people;

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
import org.jspecify.annotations.Nullable;
import org.medianest.auth.plex.Standing;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Sql;
import org.medianest.commons.paging.PageRequest;

/** Reads people with what belongs to them. */
@ApplicationScoped
class PeopleStore {
    private static final String SELECT = """
            select u.id, u.username, u.display_name, u.permissions, u.suspended_at, u.created_at, u.last_seen_at,
                p.name as plex_name, p.access as plex_access
            from app_user u left join plex_account p on p.user_id = u.id
            """;

    /** Down the primary key: ids are in the order of their creation. */
    static final String NEWEST = SELECT + " where u.id < $1 order by u.id desc limit $2";

    private static final String MATCHING = SELECT + """
             where u.id < $1
                and (strpos(u.username, $3) > 0 or strpos(lower(u.display_name), $3) > 0 or strpos(lower(p.name), $3) > 0)
            order by u.id desc limit $2
            """;

    private static final String SOME = SELECT + " where u.id = any ($1) order by u.id";

    private static final UUID AFTER_ALL = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final Database database;

    PeopleStore(Database database) {
        this.database = database;
    }

    /** @param query what a name must contain, in lower case; null for all */
    Uni<List<User>> newest(PageRequest<UUID> request, @Nullable String query) {
        UUID before = request.after() == null ? AFTER_ALL : request.after();
        int rows = request.limit() + 1;
        return query == null
                ? database.list(PeopleStore::user, NEWEST, before, rows)
                : database.list(PeopleStore::user, MATCHING, before, rows, query);
    }

    Uni<List<User>> some(Collection<UUID> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(List.of()) : database.list(PeopleStore::user, SOME, ids);
    }

    Uni<Optional<User>> one(Sql sql, UUID id) {
        return sql.first(PeopleStore::user, SOME, List.of(id));
    }

    Uni<Optional<User>> one(UUID id) {
        return one(database, id);
    }

    private static User user(Row row) {
        String username = row.getString("username");
        String displayName = row.getString("display_name");
        String access = row.getString("plex_access");
        return new User(
                row.getUUID("id"),
                username,
                displayName == null ? username : displayName,
                texts(row, "permissions"),
                row.getOffsetDateTime("suspended_at") != null,
                row.getString("plex_name"),
                access == null ? null : Standing.valueOf(access),
                moment(row, "created_at"),
                instant(row, "last_seen_at"));
    }
}

package org.medianest.media.people;

import static org.medianest.commons.database.Values.texts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;

/** The table {@code person}. */
@ApplicationScoped
class PersonStore {
    private static final String KEEP = """
            insert into person (id, username, permissions, display_name, plex_id, suspended, updated_at)
            values ($1, $2, $3, $4, $5, $6, now())
            on conflict (id) do update
            set username = excluded.username, permissions = excluded.permissions, display_name = excluded.display_name,
                plex_id = excluded.plex_id, suspended = excluded.suspended, updated_at = excluded.updated_at
            """;

    /** What is said of an account that is there says nothing of whether it is suspended. */
    private static final String SUSPENDED = "select suspended from person where id = $1";

    private static final String BY_ID =
            "select id, username, permissions, display_name, plex_id, suspended from person where id = $1";

    private final Database database;

    PersonStore(Database database) {
        this.database = database;
    }

    /** A new person, or what is new about one. */
    Uni<Void> keep(Transaction transaction, Person person) {
        return transaction
                .change(
                        KEEP,
                        person.id(),
                        person.username(),
                        person.permissions(),
                        person.displayName(),
                        person.plexId(),
                        person.suspended())
                .replaceWithVoid();
    }

    Uni<Boolean> isSuspended(Transaction transaction, UUID id) {
        return transaction
                .first(row -> row.getBoolean("suspended"), SUSPENDED, id)
                .map(known -> known.orElse(false));
    }

    Uni<Optional<Person>> byId(UUID id) {
        return database.first(PersonStore::person, BY_ID, id);
    }

    private static Person person(Row row) {
        return new Person(
                row.getUUID("id"),
                row.getString("username"),
                texts(row, "permissions"),
                row.getString("display_name"),
                row.getLong("plex_id"),
                row.getBoolean("suspended"));
    }
}

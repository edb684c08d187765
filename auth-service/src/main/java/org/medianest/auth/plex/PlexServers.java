package org.medianest.auth.plex;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;

/** The table {@code plex_server}: there is one, or none. */
@ApplicationScoped
public class PlexServers {
    private static final String CURRENT = "select machine_identifier, name from plex_server";

    private static final String CONNECT = """
            insert into plex_server (machine_identifier, name) values ($1, $2)
            on conflict (only_row) do update set machine_identifier = excluded.machine_identifier, name = excluded.name
            """;

    private static final String DISCONNECT = "delete from plex_server where machine_identifier = $1";

    private final Database database;

    PlexServers(Database database) {
        this.database = database;
    }

    public Uni<Optional<PlexServer>> current() {
        return database.first(row -> new PlexServer(row.getString(0), row.getString(1)), CURRENT);
    }

    Uni<Void> connect(Transaction transaction, PlexServer server) {
        return transaction
                .change(CONNECT, server.machineIdentifier(), server.name())
                .replaceWithVoid();
    }

    /** Changes nothing when another one has come in its place. */
    Uni<Void> disconnect(Transaction transaction, String machineIdentifier) {
        return transaction.change(DISCONNECT, machineIdentifier).replaceWithVoid();
    }
}

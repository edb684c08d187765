package org.medianest.auth.plextv;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Database;

/** The table {@code installation}: what plex.tv knows this house by. A PIN can be asked about only by whom it was made for. */
@ApplicationScoped
class Installation {
    private static final String MAKE = "insert into installation (plex_client_id) values ($1) on conflict do nothing";

    private static final String MADE = "select plex_client_id from installation";

    private final Database database;
    private volatile @Nullable String known;

    Installation(Database database) {
        this.database = database;
    }

    /** Made when it is first asked for; the same ever after. */
    Uni<String> clientId() {
        String id = known;
        return id != null ? Uni.createFrom().item(id) : read().invoke(read -> known = read);
    }

    private Uni<String> read() {
        return database.change(MAKE, UUID.randomUUID().toString())
                .chain(() -> database.first(row -> row.getString(0), MADE))
                .map(Optional::orElseThrow);
    }
}

package org.medianest.gateway.uptimekuma;

import static org.medianest.commons.database.Values.constant;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Sql;

/** The table {@code source}. */
@ApplicationScoped
class SourceStore {
    static final String NAME = "uptime-kuma";

    private static final String FIND = """
            select method, url, username, slug, sealed_password, sealed_token, sealed_key, version, state, message
            from source where name = $1
            """;

    private static final String SAVE = """
            insert into source (name, method, url, username, slug, sealed_password, sealed_token, sealed_key, version, state)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            on conflict (name) do update
            set method = excluded.method, url = excluded.url, username = excluded.username, slug = excluded.slug,
                sealed_password = excluded.sealed_password, sealed_token = excluded.sealed_token,
                sealed_key = excluded.sealed_key, version = excluded.version, state = excluded.state, message = null
            """;

    private static final String NOTE = "update source set state = $3, message = $4 where name = $1 and version = $2";
    private static final String KEEP_TOKEN = "update source set sealed_token = $3 where name = $1 and version = $2";
    private static final String FORGET = "delete from source where name = $1";

    private final Database database;

    SourceStore(Database database) {
        this.database = database;
    }

    Uni<Optional<KumaSource>> find() {
        return database.first(SourceStore::read, FIND, NAME);
    }

    Uni<Void> save(Sql sql, KumaSource it) {
        return sql.run(
                        SAVE,
                        NAME,
                        it.method(),
                        it.url().toString(),
                        it.username(),
                        it.slug(),
                        it.sealedPassword(),
                        it.sealedToken(),
                        it.sealedKey(),
                        it.version(),
                        it.state())
                .replaceWithVoid();
    }

    /** Of this version; a later one is not touched. */
    Uni<Void> note(UUID version, SourceState state, @Nullable String message) {
        return database.run(NOTE, NAME, version, state, message).replaceWithVoid();
    }

    Uni<Void> keepToken(UUID version, @Nullable String sealedToken) {
        return database.run(KEEP_TOKEN, NAME, version, sealedToken).replaceWithVoid();
    }

    /** Whether there was one. */
    Uni<Boolean> forget(Sql sql) {
        return sql.change(FORGET, NAME).map(forgotten -> forgotten > 0);
    }

    private static KumaSource read(Row row) {
        return new KumaSource(
                constant(row, "method", Method.class),
                URI.create(row.getString("url")),
                row.getString("username"),
                row.getString("slug"),
                row.getString("sealed_password"),
                row.getString("sealed_token"),
                row.getString("sealed_key"),
                row.getUUID("version"),
                constant(row, "state", SourceState.class),
                row.getString("message"));
    }
}

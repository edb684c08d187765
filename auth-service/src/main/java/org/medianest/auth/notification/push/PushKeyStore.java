package org.medianest.auth.notification.push;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.medianest.commons.database.Database;

/** The table {@code push_key}. */
@ApplicationScoped
class PushKeyStore {
    private static final String FIND = "select private_key, public_key from push_key";

    private static final String KEEP =
            "insert into push_key (private_key, public_key) values ($1, $2) on conflict do nothing";

    private final Database database;

    PushKeyStore(Database database) {
        this.database = database;
    }

    record SealedKey(String sealedPrivateKey, String publicPoint) {
        static SealedKey of(Row row) {
            return new SealedKey(row.getString("private_key"), row.getString("public_key"));
        }
    }

    /** Of two that are made at once the first is kept, and found by both. */
    Uni<SealedKey> findOrKeep(Supplier<SealedKey> made) {
        return find().chain(found -> found.map(key -> Uni.createFrom().item(key))
                .orElseGet(() -> keep(made.get()).chain(this::find).map(Optional::orElseThrow)));
    }

    private Uni<Optional<SealedKey>> find() {
        return database.first(SealedKey::of, FIND);
    }

    private Uni<Void> keep(SealedKey key) {
        return database.change(KEEP, key.sealedPrivateKey(), key.publicPoint()).replaceWithVoid();
    }
}

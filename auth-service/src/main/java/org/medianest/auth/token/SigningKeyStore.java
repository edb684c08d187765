package org.medianest.auth.token;

import static org.medianest.commons.database.Values.moment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.medianest.commons.database.Transaction;

/** The table {@code signing_key}. */
@ApplicationScoped
class SigningKeyStore {
    /** Two replicas that start on an empty database must not both make the first key. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('signing_key'))";

    private static final String NEWEST_FIRST =
            "select id, private_key, public_key, created_at from signing_key order by created_at desc";

    private static final String INSERT =
            "insert into signing_key (id, private_key, public_key, created_at) values ($1, $2, $3, $4)";

    /** Others who ask wait until the transaction ends. */
    Uni<List<SigningKey>> lockNewestFirst(Transaction transaction) {
        return transaction.run(ONE_AT_A_TIME).chain(() -> transaction.list(SigningKeyStore::key, NEWEST_FIRST));
    }

    Uni<Void> insert(Transaction transaction, SigningKey key) {
        return transaction
                .change(INSERT, key.id(), key.sealedPrivateKey(), key.publicJwk(), key.createdAt())
                .replaceWithVoid();
    }

    private static SigningKey key(Row row) {
        return new SigningKey(
                row.getString("id"),
                row.getString("private_key"),
                row.getString("public_key"),
                moment(row, "created_at"));
    }
}

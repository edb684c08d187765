package org.medianest.auth.token;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Outage;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.id.Uuid7;
import org.medianest.commons.secret.SecretBox;

/**
 * The keys that sign tokens: in the database, so that all replicas sign alike and a restart signs nobody out. The newest signs, all
 * of them verify.
 */
@ApplicationScoped
public class SigningKeys {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SigningKeyStore store;
    private final Database database;
    private final SecretBox secrets;
    private final Clock clock;
    private volatile List<LoadedKey> newestFirst = List.of();

    /** @param publicKey with its id */
    record LoadedKey(String id, PrivateKey privateKey, JsonWebKey publicKey) {}

    SigningKeys(SigningKeyStore store, Database database, SecretBox secrets, Clock clock) {
        this.store = store;
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    void load(@Observes @Priority(1) StartupEvent event) {
        newestFirst = database
                .inTransaction(this::loadOrMake)
                // Postgres may still be starting; without keys there is nothing to serve
                .onFailure(Outage::isOutage)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .expireIn(PATIENCE.toMillis())
                .await()
                .indefinitely()
                .stream()
                .map(this::unseal)
                .toList();
    }

    LoadedKey newest() {
        return newestFirst.getFirst();
    }

    /** The public key with this id, or null. */
    Key verification(String id) {
        return newestFirst.stream()
                .filter(key -> key.id().equals(id))
                .map(key -> key.publicKey().getKey())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such key"));
    }

    /** The public keys as a JSON Web Key Set. */
    String jwks() {
        JsonWebKeySet set = new JsonWebKeySet();
        newestFirst.forEach(key -> set.addJsonWebKey(key.publicKey()));
        return set.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private Uni<List<SigningKey>> loadOrMake(Transaction transaction) {
        return store.lockNewestFirst(transaction)
                .chain(keys ->
                        keys.isEmpty() ? first(transaction) : Uni.createFrom().item(keys));
    }

    private Uni<List<SigningKey>> first(Transaction transaction) {
        SigningKey key = make();
        return store.insert(transaction, key).replaceWith(List.of(key));
    }

    private SigningKey make() {
        try {
            String id = Uuid7.next().toString();
            EllipticCurveJsonWebKey pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            pair.setKeyId(id);
            pair.setAlgorithm("ES256");
            pair.setUse("sig");
            String sealed = secrets.seal(pair.getPrivateKey().getEncoded(), SigningKey.placeOf(id));
            return new SigningKey(id, sealed, pair.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY), clock.instant());
        } catch (JoseException broken) {
            throw new IllegalStateException("a signing key cannot be made", broken);
        }
    }

    private LoadedKey unseal(SigningKey row) {
        try {
            byte[] encoded = secrets.open(row.sealedPrivateKey(), SigningKey.placeOf(row.id()));
            PrivateKey privateKey = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new LoadedKey(row.id(), privateKey, JsonWebKey.Factory.newJwk(row.publicJwk()));
        } catch (GeneralSecurityException | JoseException broken) {
            throw new IllegalStateException("signing key " + row.id() + " is unusable", broken);
        }
    }
}

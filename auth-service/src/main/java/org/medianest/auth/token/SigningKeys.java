package org.medianest.auth.token;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.medianest.commons.id.Uuid7;
import org.medianest.commons.secret.SecretBox;
import org.medianest.commons.secret.SecretKeys;

/**
 * The keys that sign tokens: in the database, so that all replicas sign alike and a restart signs nobody out. The newest signs, all
 * of them verify.
 */
@ApplicationScoped
public class SigningKeys {
    /** Two replicas that start on an empty database must not both make the first key. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('signing_key'))";

    private final SecretBox secrets;
    private volatile List<LoadedKey> newestFirst = List.of();

    /** @param publicKey with its id */
    record LoadedKey(String id, PrivateKey privateKey, JsonWebKey publicKey) {}

    SigningKeys(@ConfigProperty(name = "medianest.secrets.key-file") Path keyFile) {
        this.secrets = new SecretBox(SecretKeys.read(keyFile));
    }

    void load(@Observes @Priority(1) StartupEvent event) throws Throwable {
        newestFirst = VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(this::loadOrMake));
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

    private Uni<List<LoadedKey>> loadOrMake() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ONE_AT_A_TIME)
                        .getResultList()
                        .chain(() -> session.createQuery("from SigningKey order by createdAt desc", SigningKey.class)
                                .getResultList())
                        .chain(keys -> keys.isEmpty()
                                ? session.persist(make()).chain(session::flush).chain(this::loadOrMake)
                                : Uni.createFrom()
                                        .item(keys.stream().map(this::unseal).toList())));
    }

    private SigningKey make() {
        try {
            String id = Uuid7.next().toString();
            EllipticCurveJsonWebKey pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            pair.setKeyId(id);
            pair.setAlgorithm("ES256");
            pair.setUse("sig");
            String sealed = secrets.seal(pair.getPrivateKey().getEncoded(), SigningKey.placeOf(id));
            return new SigningKey(id, sealed, pair.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY), Instant.now());
        } catch (JoseException broken) {
            throw new IllegalStateException("a signing key cannot be made", broken);
        }
    }

    private LoadedKey unseal(SigningKey row) {
        try {
            byte[] encoded = secrets.open(row.sealedPrivateKey, SigningKey.placeOf(row.id));
            PrivateKey privateKey = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new LoadedKey(row.id, privateKey, JsonWebKey.Factory.newJwk(row.publicJwk));
        } catch (GeneralSecurityException | JoseException broken) {
            throw new IllegalStateException("signing key " + row.id + " is unusable", broken);
        }
    }
}

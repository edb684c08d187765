package org.medianest.auth.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A key pair as the database keeps it: the private part sealed, the public part as a JWK. */
@Entity
@Table(name = "signing_key")
class SigningKey {
    @Id
    String id;

    @Column(name = "private_key")
    String sealedPrivateKey;

    @Column(name = "public_key")
    String publicJwk;

    @Column(name = "created_at")
    Instant createdAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    SigningKey() {}

    SigningKey(String id, String sealedPrivateKey, String publicJwk, Instant createdAt) {
        this.id = id;
        this.sealedPrivateKey = sealedPrivateKey;
        this.publicJwk = publicJwk;
        this.createdAt = createdAt;
    }

    /** Where the private key lies, for its seal. */
    static String placeOf(String id) {
        return "signing_key/" + id;
    }
}

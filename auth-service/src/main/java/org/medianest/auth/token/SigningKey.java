package org.medianest.auth.token;

import java.time.Instant;

/** A key pair as the database keeps it: the private part sealed, the public part as a JWK. */
record SigningKey(String id, String sealedPrivateKey, String publicJwk, Instant createdAt) {
    /** Where the private key lies, for its seal. */
    static String placeOf(String id) {
        return "signing_key/" + id;
    }
}

package org.medianest.auth.notification.push;

import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.UUID;

/**
 * A browser that wants to be told.
 *
 * @param p256dh its public key, in base64url
 * @param auth the secret that it shares with us only, in base64url
 */
record PushSubscription(UUID id, String endpoint, String p256dh, String auth) {
    private static final int SECRET = 16;

    /** @throws GeneralSecurityException when it is none */
    ECPublicKey key() throws GeneralSecurityException {
        return P256.decoded(bytes(p256dh));
    }

    /** @throws GeneralSecurityException when it is none */
    byte[] secret() throws GeneralSecurityException {
        byte[] secret = bytes(auth);
        if (secret.length != SECRET) {
            throw new GeneralSecurityException("not a secret of 16 bytes");
        }
        return secret;
    }

    private static byte[] bytes(String base64url) throws GeneralSecurityException {
        try {
            return Base64.getUrlDecoder().decode(base64url);
        } catch (IllegalArgumentException noBase64) {
            throw new GeneralSecurityException("not base64url", noBase64);
        }
    }
}

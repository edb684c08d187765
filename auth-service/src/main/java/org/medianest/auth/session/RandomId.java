package org.medianest.auth.session;

import java.security.SecureRandom;
import java.util.Base64;

/** What only its holder knows: 256 random bits, as a cookie can say them. */
public final class RandomId {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomId() {}

    public static String next() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}

package org.medianest.auth.session;

import java.util.Base64;
import org.medianest.commons.secret.RandomBytes;

/** What only its holder knows: 256 random bits, as a cookie can say them. */
public final class RandomId {
    private static final int BYTES = 32;

    private RandomId() {}

    public static String next() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(RandomBytes.of(BYTES));
    }
}

package org.medianest.commons.secret;

import java.security.SecureRandom;

/**
 * Bytes that nobody can guess.
 *
 * <p>There is no generator in a static field, here or elsewhere: what is there when a native program is built stays in it, and the
 * compiler refuses that of anything random. A new one costs half a microsecond.
 */
public final class RandomBytes {
    private RandomBytes() {}

    public static byte[] of(int count) {
        byte[] random = new byte[count];
        new SecureRandom().nextBytes(random);
        return random;
    }
}

package org.medianest.auth.setup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.medianest.commons.secret.RandomBytes;

/**
 * The one-time code that proves that its reader owns the machine: eight characters of Crockford's base 32, 40 bits, read as {@code
 * 4F7K-Q2MX}. Case and hyphens do not matter, and neither do the letters that look like digits.
 */
record SetupCode(String characters) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;

    SetupCode {
        characters = normalised(characters);
    }

    static SetupCode random() {
        StringBuilder characters = new StringBuilder();
        for (byte random : RandomBytes.of(LENGTH)) {
            // of 256 values, eight for each of the 32 characters
            characters.append(ALPHABET.charAt(Math.floorMod(random, ALPHABET.length())));
        }
        return new SetupCode(characters.toString());
    }

    boolean isWellFormed() {
        return characters.length() == LENGTH && characters.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }

    /** Takes as long for a wrong code as for the right one. */
    boolean matches(SetupCode other) {
        return MessageDigest.isEqual(
                characters.getBytes(StandardCharsets.UTF_8), other.characters.getBytes(StandardCharsets.UTF_8));
    }

    /** For people: {@code 4F7K-Q2MX}. */
    String grouped() {
        return characters.substring(0, LENGTH / 2) + "-" + characters.substring(LENGTH / 2);
    }

    private static String normalised(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** Never into a log by accident. */
    @Override
    public String toString() {
        return "SetupCode";
    }
}

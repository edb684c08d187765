package org.medianest.auth.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.medianest.commons.secret.RandomBytes;

/**
 * Argon2id with OWASP's parameters: 19 MiB, two passes, one lane. A hash is written in the usual form {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$hash}, so the parameters can grow later.
 */
final class Argon2id {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private Argon2id() {}

    static String hash(String password) {
        byte[] salt = RandomBytes.of(SALT_BYTES);
        return encoded(salt, derive(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES));
    }

    /** The hash of no known password. It costs nothing to make, and as much to check as any other. */
    static String ofNobody() {
        return encoded(RandomBytes.of(SALT_BYTES), RandomBytes.of(HASH_BYTES));
    }

    private static String encoded(byte[] salt, byte[] hash) {
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + base64(salt) + "$"
                + base64(hash);
    }

    static boolean matches(String password, String encoded) {
        String[] parts = encoded.split("\\$", -1);
        String[] costs = parts[3].split(",", -1);
        byte[] salt = Base64.getDecoder().decode(parts[4]);
        byte[] expected = Base64.getDecoder().decode(parts[5]);
        byte[] actual = derive(password, salt, number(costs[0]), number(costs[1]), number(costs[2]), expected.length);
        return MessageDigest.isEqual(expected, actual);
    }

    private static byte[] derive(String password, byte[] salt, int memoryKib, int passes, int lanes, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    /** The number in {@code m=19456}. */
    private static int number(String cost) {
        return Integer.parseInt(cost.substring(2));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}

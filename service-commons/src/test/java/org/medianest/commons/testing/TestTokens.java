package org.medianest.commons.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Stands where auth-service stands: signs tokens that the service under test verifies by a real key set. */
public final class TestTokens implements QuarkusTestResourceLifecycleManager {
    private static final String KEY = "medianest.test.signing-key";
    private static final String KEY_SET = "medianest.test.key-set";
    static final String KEY_ID = "test";

    @Override
    public Map<String, String> start() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            System.setProperty(
                    KEY, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
            System.setProperty(KEY_SET, jwks((ECPublicKey) pair.getPublic()));
            Path keySet = Files.createTempFile("jwks", ".json");
            keySet.toFile().deleteOnExit();
            Files.writeString(keySet, keySet());
            return Map.of("mp.jwt.verify.publickey.location", keySet.toUri().toString());
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A token as the gateway would send it, valid for a minute. */
    public static String of(UUID user, String username, String... permissions) {
        return of(user, username, Duration.ofMinutes(1), permissions);
    }

    /** A token with a life of its own; a negative life is a token that has ended. */
    public static String of(UUID user, String username, Duration life, String... permissions) {
        JwtClaimsBuilder claims = Jwt.issuer("medianest")
                .audience("medianest")
                .subject(user.toString())
                .upn(username)
                .groups(Set.of(permissions))
                .claim("sid", UUID.randomUUID().toString())
                .expiresAt(System.currentTimeMillis() / 1000 + life.toSeconds());
        return sign(claims, KEY_ID);
    }

    static String sign(JwtClaimsBuilder claims, String keyId) {
        return claims.jws().keyId(keyId).algorithm(SignatureAlgorithm.ES256).sign(privateKey());
    }

    /** What the service under test verifies by. */
    static String keySet() {
        return System.getProperty(KEY_SET);
    }

    private static PrivateKey privateKey() {
        try {
            byte[] encoded = Base64.getDecoder().decode(System.getProperty(KEY));
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String jwks(ECPublicKey key) {
        return """
                {"keys":[{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"%s","x":"%s","y":"%s"}]}""".formatted(
                        KEY_ID,
                        coordinate(key.getW().getAffineX()),
                        coordinate(key.getW().getAffineY()));
    }

    static String coordinate(BigInteger value) {
        byte[] raw = value.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(raw.length, fixed.length);
        System.arraycopy(raw, raw.length - length, fixed, fixed.length - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }

    @Override
    public void stop() {
        System.clearProperty(KEY);
        System.clearProperty(KEY_SET);
    }
}

package org.medianest.commons.testing;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.medianest.commons.identity.Permission;

/** Tokens that nobody here has signed, or not for this, or not for now. They claim every permission, and may open nothing. */
public final class ForgedTokens implements AutoCloseable {
    private static final long A_MINUTE = 60;

    /** Where some of them say that the key is. */
    private final ServerSocket elsewhere;

    private final KeyPair stranger = keyPair();

    public ForgedTokens() throws IOException {
        elsewhere = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    }

    /** Each by what is wrong with it. */
    public Map<String, String> all() {
        String honest = TestTokens.of(UUID.randomUUID(), "mallory", Permission.ALL.toArray(String[]::new));
        String claims = honest.split("\\.", -1)[1];
        String signature = honest.substring(honest.lastIndexOf('.') + 1);
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("garbage", "garbage");
        forged.put("long garbage", "x".repeat(15_000));
        forged.put("alg none", base64("{\"alg\":\"none\"}") + "." + claims + ".");
        forged.put("cut signature", honest.substring(0, honest.length() - 8));
        forged.put("no signature", honest.substring(0, honest.lastIndexOf('.') + 1));
        forged.put("bent signature", honest.replace(signature, new StringBuilder(signature).reverse()));
        forged.put("the public key as a secret", symmetric());
        forged.put("another's key", signed(claims(), Map.of()));
        forged.put("another's key, brought along", signed(claims(), Map.of("jwk", jwk())));
        forged.put("another's key, to be fetched", signed(claims(), Map.of("jku", here(), "x5u", here())));
        forged.put("another key id", TestTokens.sign(claims(), "other"));
        forged.put("ended", TestTokens.sign(claims().expiresAt(now() - A_MINUTE), TestTokens.KEY_ID));
        forged.put("not yet", TestTokens.sign(claims().claim("nbf", now() + 10 * A_MINUTE), TestTokens.KEY_ID));
        forged.put("for others", TestTokens.sign(claims().audience("elsewhere"), TestTokens.KEY_ID));
        forged.put("of others", TestTokens.sign(claims().issuer("elsewhere"), TestTokens.KEY_ID));
        return forged;
    }

    /** Whether somebody went where a token sent them. */
    public boolean hasSentSomebodyElsewhere() throws IOException {
        elsewhere.setSoTimeout(1);
        try {
            elsewhere.accept().close();
            return true;
        } catch (SocketTimeoutException nobodyCame) {
            return false;
        }
    }

    private static JwtClaimsBuilder claims() {
        return Jwt.issuer("medianest")
                .audience("medianest")
                .subject(UUID.randomUUID().toString())
                .upn("mallory")
                .groups(Set.copyOf(Permission.ALL))
                .claim("sid", UUID.randomUUID().toString())
                .expiresAt(now() + A_MINUTE);
    }

    private String signed(JwtClaimsBuilder claims, Map<String, Object> headers) {
        var jws = claims.jws().keyId(TestTokens.KEY_ID).algorithm(SignatureAlgorithm.ES256);
        headers.forEach(jws::header);
        return jws.sign(stranger.getPrivate());
    }

    private static String symmetric() {
        return claims().jws()
                .keyId(TestTokens.KEY_ID)
                .algorithm(SignatureAlgorithm.HS256)
                .sign(new SecretKeySpec(TestTokens.keySet().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }

    private Map<String, Object> jwk() {
        ECPublicKey key = (ECPublicKey) stranger.getPublic();
        return Map.of(
                "kty",
                "EC",
                "crv",
                "P-256",
                "x",
                TestTokens.coordinate(key.getW().getAffineX()),
                "y",
                TestTokens.coordinate(key.getW().getAffineY()));
    }

    private String here() {
        return "http://127.0.0.1:" + elsewhere.getLocalPort() + "/keys";
    }

    private static long now() {
        return System.currentTimeMillis() / 1000;
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        elsewhere.close();
    }
}

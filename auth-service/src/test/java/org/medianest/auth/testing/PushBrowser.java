package org.medianest.auth.testing;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A browser that has subscribed, and reads what it is sent as RFC 8291 says, by HMACs that it makes itself. */
public final class PushBrowser {
    private static final int SALT = 16;
    private static final int HEAD = 21;
    private static final int POINT = 65;

    private final KeyPair keys;
    private final byte[] secret = new byte[16];

    public PushBrowser() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        keys = generator.generateKeyPair();
        new SecureRandom().nextBytes(secret);
    }

    public String p256dh() {
        return base64(point());
    }

    public String auth() {
        return base64(secret);
    }

    /** What a message says. Fails when it is for somebody else, or was changed. */
    public String read(byte[] message) throws GeneralSecurityException {
        byte[] salt = Arrays.copyOf(message, SALT);
        byte[] sender = Arrays.copyOfRange(message, HEAD, HEAD + POINT);
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(keys.getPrivate());
        agreement.doPhase(key(sender), true);

        byte[] info = ByteBuffer.allocate(14 + 2 * POINT)
                .put("WebPush: info\0".getBytes(StandardCharsets.US_ASCII))
                .put(point())
                .put(sender)
                .array();
        byte[] shared = expand(hmac(secret, agreement.generateSecret()), info, 32);
        byte[] prk = hmac(salt, shared);
        byte[] key = expand(prk, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
        byte[] nonce = expand(prk, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);

        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        byte[] padded = cipher.doFinal(message, HEAD + POINT, message.length - HEAD - POINT);
        int end = padded.length - 1;
        while (padded[end] == 0) {
            end--;
        }
        if (padded[end] != 2) {
            throw new GeneralSecurityException("not the last record");
        }
        return new String(padded, 0, end, StandardCharsets.UTF_8);
    }

    private byte[] point() {
        ECPoint point = ((ECPublicKey) keys.getPublic()).getW();
        return HexFormat.of().parseHex("04" + hex(point.getAffineX()) + hex(point.getAffineY()));
    }

    private static String hex(BigInteger coordinate) {
        return "%064x".formatted(coordinate);
    }

    private PublicKey key(byte[] point) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(
                        new ECPoint(
                                new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
                                new BigInteger(1, Arrays.copyOfRange(point, 33, POINT))),
                        ((ECPublicKey) keys.getPublic()).getParams()));
    }

    private static byte[] expand(byte[] key, byte[] info, int length) throws GeneralSecurityException {
        byte[] once = Arrays.copyOf(info, info.length + 1);
        once[info.length] = 1;
        return Arrays.copyOf(hmac(key, once), length);
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

package org.medianest.auth.notification.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.medianest.commons.secret.RandomBytes;

/**
 * Encrypts a message for one browser, so that the push service between us cannot read it: RFC 8291, in one record of the content coding
 * {@code aes128gcm} of RFC 8188.
 */
final class PushCipher {
    private static final int SALT = 16;
    private static final int RECORD = 4096;
    private static final int KEY = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int SECRET = 32;

    /** Ends the last record. */
    private static final byte END = 2;

    private PushCipher() {}

    static byte[] encrypt(byte[] message, ECPublicKey receiver, byte[] auth) throws GeneralSecurityException {
        return encrypt(message, receiver, auth, P256.newPair(), RandomBytes.of(SALT));
    }

    /**
     * @param auth the secret that the browser shares with us only
     * @param sender used for this message only
     */
    static byte[] encrypt(byte[] message, ECPublicKey receiver, byte[] auth, KeyPair sender, byte[] salt)
            throws GeneralSecurityException {
        byte[] receiverPoint = P256.encoded(receiver);
        byte[] senderPoint = P256.encoded((ECPublicKey) sender.getPublic());
        byte[] shared = agree(sender, receiver);
        byte[] secret = derive(shared, auth, info("WebPush: info", receiverPoint, senderPoint), SECRET);
        byte[] key = derive(secret, salt, info("Content-Encoding: aes128gcm"), KEY);
        byte[] nonce = derive(secret, salt, info("Content-Encoding: nonce"), NONCE);

        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        byte[] record = cipher.doFinal(
                ByteBuffer.allocate(message.length + 1).put(message).put(END).array());
        return ByteBuffer.allocate(SALT + Integer.BYTES + 1 + senderPoint.length + message.length + 1 + TAG_BITS / 8)
                .put(salt)
                .putInt(RECORD)
                .put((byte) senderPoint.length)
                .put(senderPoint)
                .put(record)
                .array();
    }

    private static byte[] agree(KeyPair sender, ECPublicKey receiver) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(sender.getPrivate());
        agreement.doPhase(receiver, true);
        return agreement.generateSecret();
    }

    private static byte[] derive(byte[] secret, byte[] salt, byte[] info, int length) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addIKM(secret)
                        .addSalt(salt)
                        .thenExpand(info, length));
    }

    /** The words, a zero, and what belongs to them. */
    private static byte[] info(String words, byte[]... parts) {
        byte[] label = words.getBytes(StandardCharsets.US_ASCII);
        int length = label.length + 1;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer info = ByteBuffer.allocate(length).put(label).put((byte) 0);
        for (byte[] part : parts) {
            info.put(part);
        }
        return info.array();
    }
}

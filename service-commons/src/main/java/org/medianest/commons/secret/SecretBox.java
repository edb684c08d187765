package org.medianest.commons.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts secrets for the database: AES-256-GCM, bound to the place they are kept in.
 *
 * <p>A box reads {@code keyId:base64(nonce | ciphertext | tag)}. The place (table, row, column) is authenticated with it, so a
 * box that was copied to another row does not open. The key id lets keys rotate: several are known, the newest seals.
 */
public final class SecretBox {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeys keys;

    public SecretBox(SecretKeys keys) {
        this.keys = keys;
    }

    /** @param place what the secret belongs to, for example {@code signing_key/<id>} */
    public String seal(byte[] secret, String place) {
        byte[] nonce = RandomBytes.of(NONCE_BYTES);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, keys.newestId(), nonce, secret, place);
        byte[] whole = ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return keys.newestId() + ":" + Base64.getEncoder().encodeToString(whole);
    }

    /** @throws SecretUnreadable when the key is unknown, the text was changed, or it belongs to another place */
    public byte[] open(String box, String place) {
        int colon = box.indexOf(':');
        if (colon < 0) {
            throw new SecretUnreadable("the secret of " + place + " is not sealed", null);
        }
        byte[] whole = decode(box.substring(colon + 1), place);
        byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(whole, NONCE_BYTES, whole.length);
        return crypt(Cipher.DECRYPT_MODE, box.substring(0, colon), nonce, sealed, place);
    }

    /** The same for a text. */
    public String sealText(String secret, String place) {
        return seal(secret.getBytes(StandardCharsets.UTF_8), place);
    }

    /** The same for a text. */
    public String openText(String box, String place) {
        return new String(open(box, place), StandardCharsets.UTF_8);
    }

    private static byte[] decode(String base64, String place) {
        try {
            byte[] whole = Base64.getDecoder().decode(base64);
            if (whole.length > NONCE_BYTES) {
                return whole;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new SecretUnreadable("the secret of " + place + " is damaged", notBase64);
        }
        throw new SecretUnreadable("the secret of " + place + " is cut short", null);
    }

    private byte[] crypt(int mode, String keyId, byte[] nonce, byte[] input, String place) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(keys.byId(keyId), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((keyId + "/" + place).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException wrongKeyOrPlace) {
            throw new SecretUnreadable("the secret of " + place + " does not open", wrongKeyOrPlace);
        }
    }
}

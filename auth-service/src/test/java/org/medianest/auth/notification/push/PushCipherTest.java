package org.medianest.auth.notification.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.medianest.auth.testing.PushBrowser;

class PushCipherTest {
    private static final String RECEIVER =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String SENDER =
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    private static final String SENDER_PRIVATE = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
    private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";
    private static final String SALT = "DGv6ra1nlYgDCS1FRnbzlw";

    @Test
    void exampleOfTheRfcComesOutToTheByte() throws GeneralSecurityException {
        byte[] plain = "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.US_ASCII);
        KeyPair sender = new KeyPair(P256.decoded(bytes(SENDER)), privateKey(SENDER_PRIVATE));

        byte[] body = PushCipher.encrypt(plain, P256.decoded(bytes(RECEIVER)), bytes(AUTH), sender, bytes(SALT));

        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(body))
                .isEqualTo(
                        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK"
                                + "6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    @Test
    void whatIsEncryptedForABrowserItReadsAndNeverLooksTheSame() throws GeneralSecurityException {
        PushBrowser browser = new PushBrowser();
        byte[] plain = "Ünïcödé 🎬".getBytes(StandardCharsets.UTF_8);

        byte[] first = PushCipher.encrypt(plain, P256.decoded(bytes(browser.p256dh())), bytes(browser.auth()));
        byte[] second = PushCipher.encrypt(plain, P256.decoded(bytes(browser.p256dh())), bytes(browser.auth()));

        assertThat(browser.read(first)).isEqualTo("Ünïcödé 🎬");
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void pointIsWrittenAsItWasRead() throws GeneralSecurityException {
        for (int i = 0; i < 300; i++) {
            ECPublicKey key = (ECPublicKey) P256.newPair().getPublic();

            assertThat(P256.decoded(P256.encoded(key)).getW()).isEqualTo(key.getW());
        }
    }

    @Test
    void whatIsNoPointOfTheCurveIsRefused() {
        byte[] beside = bytes(RECEIVER);
        beside[64] ^= 1;
        byte[] compressed = bytes(RECEIVER);
        compressed[0] = 2;

        for (byte[] point : new byte[][] {beside, compressed, new byte[65], new byte[0], new byte[64]}) {
            assertThatThrownBy(() -> P256.decoded(point)).isInstanceOf(GeneralSecurityException.class);
        }
    }

    private static PrivateKey privateKey(String base64url) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC")
                .generatePrivate(new ECPrivateKeySpec(new BigInteger(1, bytes(base64url)), P256.curve()));
    }

    private static byte[] bytes(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }
}

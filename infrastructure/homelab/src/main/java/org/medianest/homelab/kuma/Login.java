package org.medianest.homelab.kuma;

import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Who may come in: name and password, a second factor if it is on, and the tokens given to those who were in. Not thread safe. */
final class Login {
    private static final byte[] TOKEN_SECRET = "homelab-uptime-kuma".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CODE_SECRET = "homelab-second-factor".getBytes(StandardCharsets.UTF_8);
    private static final int CODE_SECONDS = 30;
    private static final int MOST_IN_A_MINUTE = 20;

    private final Limiter limiter = new Limiter(MOST_IN_A_MINUTE);
    private String password = UptimeKuma.PASSWORD;
    private boolean twoFactor;
    private String lastCode = "";

    /** What the client's callback gets, and whether it is in. */
    record Outcome(boolean in, JsonObject answer) {
        static Outcome refused(String msg, boolean translated) {
            JsonObject answer = new JsonObject().put("ok", false).put("msg", msg);
            return new Outcome(false, translated ? answer.put("msgi18n", true) : answer);
        }
    }

    Outcome tooOften() {
        return Outcome.refused("Too frequently, try again later.", false);
    }

    boolean passesLimit(Instant now) {
        return limiter.pass(now);
    }

    Outcome login(JsonObject data, Instant now) {
        if (!passesLimit(now)) {
            return tooOften();
        }
        if (!isRight(data.getString("username"), data.getString("password"))) {
            return Outcome.refused("authIncorrectCreds", true);
        }
        String code = Objects.toString(data.getString("token"), "");
        if (!twoFactor) {
            return welcome(now);
        }
        if (code.isEmpty()) {
            return new Outcome(false, new JsonObject().put("tokenRequired", true));
        }
        if (code.equals(lastCode) || !isCode(code, now)) {
            return Outcome.refused("authInvalidToken", true);
        }
        lastCode = code;
        return welcome(now);
    }

    boolean isRight(String username, String givenPassword) {
        return UptimeKuma.USERNAME.equals(username) && password.equals(givenPassword);
    }

    private Outcome welcome(Instant now) {
        return new Outcome(true, new JsonObject().put("ok", true).put("token", token(now)));
    }

    Outcome loginByToken(String token) {
        String[] parts = token.split("\\.", -1);
        boolean real = parts.length == 3
                && MessageDigest.isEqual(
                        signature(parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8),
                        parts[2].getBytes(StandardCharsets.UTF_8))
                && new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                        .getString("h", "")
                        .equals(fingerprint());
        return real ? new Outcome(true, new JsonObject().put("ok", true)) : Outcome.refused("authInvalidToken", true);
    }

    private String token(Instant now) {
        String head = encode(new JsonObject().put("alg", "HS256").put("typ", "JWT"));
        String body = encode(new JsonObject()
                .put("username", UptimeKuma.USERNAME)
                .put("h", fingerprint())
                .put("iat", now.getEpochSecond()));
        return head + "." + body + "." + signature(head + "." + body);
    }

    private static String encode(JsonObject json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.encode().getBytes(StandardCharsets.UTF_8));
    }

    private static String signature(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(hmac("HmacSHA256", TOKEN_SECRET, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Tokens of before a change of the password are worth nothing. */
    private String fingerprint() {
        return signature(password).substring(0, 16);
    }

    private static byte[] hmac(String algorithm, byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(text);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static boolean isCode(String code, Instant now) {
        return code.equals(code(now))
                || code.equals(code(now.minusSeconds(CODE_SECONDS)))
                || code.equals(code(now.plusSeconds(CODE_SECONDS)));
    }

    /** RFC 6238. */
    static String code(Instant now) {
        byte[] counter = ByteBuffer.allocate(Long.BYTES)
                .putLong(now.getEpochSecond() / CODE_SECONDS)
                .array();
        byte[] hash = hmac("HmacSHA1", CODE_SECRET, counter);
        int at = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, at, Integer.BYTES).getInt() & 0x7fffffff;
        return "%06d".formatted(number % 1_000_000);
    }

    void twoFactor(boolean on) {
        twoFactor = on;
    }

    void password(String newPassword) {
        password = newPassword;
    }

    void reset() {
        limiter.reset();
        password = UptimeKuma.PASSWORD;
        twoFactor = false;
        lastCode = "";
    }

    /** Name and password of an Authorization header of the kind Basic. */
    static Optional<String[]> basic(String header) {
        if (!header.startsWith("Basic ")) {
            return Optional.empty();
        }
        try {
            String pair = new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
            String[] parts = pair.split(":", 2);
            return parts.length == 2 ? Optional.of(parts) : Optional.empty();
        } catch (IllegalArgumentException garbage) {
            return Optional.empty();
        }
    }
}

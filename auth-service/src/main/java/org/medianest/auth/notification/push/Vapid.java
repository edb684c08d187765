package org.medianest.auth.notification.push;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Says to a push service who sends: RFC 8292. */
final class Vapid {
    /** At most a day is allowed. */
    private static final Duration LIFE = Duration.ofHours(12);

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Vapid() {}

    /**
     * The value of the header {@code Authorization}.
     *
     * @param subject where the operator of a push service finds out about us; only https counts as such
     */
    static String authorization(VapidKey key, URI endpoint, URI subject, Instant now) throws GeneralSecurityException {
        String header = encoded(new JsonObject().put("typ", "JWT").put("alg", "ES256"));
        JsonObject words = new JsonObject()
                .put("aud", origin(endpoint))
                .put("exp", now.plus(LIFE).getEpochSecond());
        if ("https".equals(subject.getScheme())) {
            words.put("sub", subject.toString());
        }
        String claims = encoded(words);
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key.privateKey());
        signature.update((header + "." + claims).getBytes(StandardCharsets.US_ASCII));
        String token = header + "." + claims + "." + BASE64.encodeToString(signature.sign());
        return "vapid t=" + token + ", k=" + key.publicPoint();
    }

    private static String origin(URI endpoint) {
        return endpoint.getScheme() + "://" + endpoint.getRawAuthority();
    }

    private static String encoded(JsonObject part) {
        return BASE64.encodeToString(part.encode().getBytes(StandardCharsets.UTF_8));
    }
}

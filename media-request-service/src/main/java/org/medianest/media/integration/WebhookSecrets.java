package org.medianest.media.integration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Sql;
import org.medianest.commons.secret.RandomBytes;
import org.medianest.media.system.Secret;
import org.medianest.media.system.SystemKind;

/** What systems prove themselves with when they call us. Only a hash is kept: the secret is shown once. */
@ApplicationScoped
public class WebhookSecrets {
    private static final int BYTES = 32;
    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private final IntegrationStore store;

    WebhookSecrets(IntegrationStore store) {
        this.store = store;
    }

    /** A new secret in the place of the one before; empty when the system is not connected. */
    Uni<Optional<Secret>> renew(Sql sql, SystemKind kind) {
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(RandomBytes.of(BYTES));
        return store.keepWebhookSecret(sql, kind, hash(secret))
                .map(changed -> changed == 0 ? Optional.empty() : Optional.of(new Secret(secret)));
    }

    /**
     * Whether a caller is the system that it says it is.
     *
     * @param authorization the header: the secret alone, behind {@code Bearer}, or as the password of {@code Basic}
     */
    public Uni<Boolean> isFrom(SystemKind kind, @Nullable String authorization) {
        String given = hash(authorization == null ? "" : secretIn(authorization.strip()));
        return store.webhookSecret(kind)
                .map(kept -> kept.filter(hash -> MessageDigest.isEqual(bytes(hash), bytes(given)))
                        .isPresent());
    }

    private static String secretIn(String authorization) {
        String start = authorization.toLowerCase(Locale.ROOT);
        if (start.startsWith(BEARER)) {
            return authorization.substring(BEARER.length()).strip();
        }
        return start.startsWith(BASIC) ? password(authorization.substring(BASIC.length())) : authorization;
    }

    private static String password(String basic) {
        try {
            String pair = new String(Base64.getDecoder().decode(basic.strip()), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(secret)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package org.medianest.auth.token;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import org.medianest.auth.AuthConfig;
import org.medianest.auth.user.AppUser;

/** Signs the tokens that the gateway sends inside. */
@ApplicationScoped
public class Tokens {
    /** Issuer and audience of every token. */
    static final String HOUSE = "medianest";

    private final SigningKeys keys;
    private final AuthConfig config;

    Tokens(SigningKeys keys, AuthConfig config) {
        this.keys = keys;
        this.config = config;
    }

    /** A token and when it ends. */
    public record Issued(String token, Instant expiresAt) {}

    /** A token for a person who came with this session. */
    public Issued issue(AppUser user, UUID sessionId, Instant now) {
        Instant end = now.plus(config.token().life());
        SigningKeys.LoadedKey key = keys.newest();
        String token = Jwt.issuer(HOUSE)
                .audience(HOUSE)
                .subject(user.id().toString())
                .upn(user.username())
                .groups(new HashSet<>(user.permissions()))
                .claim("sid", sessionId.toString())
                .issuedAt(now)
                .expiresAt(end)
                .jws()
                .keyId(key.id())
                .algorithm(SignatureAlgorithm.ES256)
                .sign(key.privateKey());
        return new Issued(token, end);
    }
}

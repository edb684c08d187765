package org.medianest.commons.token;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers the tokens that were verified, until they end: the gateway sends one token with all requests of some minutes, and to
 * check its signature costs more than most of those requests. The whole token is the key, so what differs in one character is verified.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class VerifiedTokens extends JWTCallerPrincipalFactory {
    /** Some kilobytes each. The least recently used goes first. */
    static final int LIMIT = 200;

    private final TokenVerifier verifier;
    private final Clock clock;
    private final Map<String, JWTCallerPrincipal> verified =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, JWTCallerPrincipal> eldest) {
                    return size() > LIMIT;
                }
            });

    VerifiedTokens(TokenVerifier verifier, Clock clock) {
        this.verifier = verifier;
        this.clock = clock;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo info) throws ParseException {
        JWTCallerPrincipal known = verified.get(token);
        if (known != null && known.getExpirationTime() > clock.instant().getEpochSecond()) {
            return known;
        }
        verified.remove(token);
        JWTCallerPrincipal principal = verifier.verify(token, info);
        verified.put(token, principal);
        return principal;
    }
}

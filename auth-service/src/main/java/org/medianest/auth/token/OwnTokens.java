package org.medianest.auth.token;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;
import org.medianest.commons.token.TokenVerifier;

/** Verifies tokens with the keys at hand: the service that signs them need not ask itself for its key set over HTTP. */
@ApplicationScoped
public class OwnTokens implements TokenVerifier {
    private final JwtConsumer consumer;

    OwnTokens(SigningKeys keys) {
        this.consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, "ES256"))
                .setExpectedIssuer(Tokens.HOUSE)
                .setExpectedAudience(Tokens.HOUSE)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setVerificationKeyResolver((signature, nesting) -> {
                    try {
                        return keys.verification(signature.getKeyIdHeaderValue());
                    } catch (IllegalArgumentException unknown) {
                        throw new UnresolvableKeyException("unknown key", unknown);
                    }
                })
                .build();
    }

    @Override
    public JWTCallerPrincipal verify(String token, JWTAuthContextInfo info) throws ParseException {
        try {
            return new DefaultJWTCallerPrincipal(consumer.processToClaims(token));
        } catch (InvalidJwtException refused) {
            throw new ParseException("token refused", refused);
        }
    }
}

package org.medianest.commons.token;

import io.quarkus.arc.DefaultBean;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;

/** Verifies with the key set that auth-service publishes. */
@ApplicationScoped
@DefaultBean
public class PublishedKeys implements TokenVerifier {
    private final DefaultJWTCallerPrincipalFactory keys = new DefaultJWTCallerPrincipalFactory();

    @Override
    public JWTCallerPrincipal verify(String token, JWTAuthContextInfo info) throws ParseException {
        return keys.parse(token, info);
    }
}

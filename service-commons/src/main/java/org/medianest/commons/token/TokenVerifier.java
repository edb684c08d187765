package org.medianest.commons.token;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;

/** Says whose token it is, from its signature on. Slow: see {@link VerifiedTokens}. */
public interface TokenVerifier {
    /** @throws ParseException when the token is not to be believed, or not any more */
    JWTCallerPrincipal verify(String token, JWTAuthContextInfo info) throws ParseException;
}

package org.medianest.auth.notification.push;

import java.security.PrivateKey;

/**
 * What this house is known by at push services.
 *
 * @param publicPoint in base64url
 */
record VapidKey(PrivateKey privateKey, String publicPoint) {
    /** Where the sealed private part may be read. */
    static final String PLACE = "push_key.private_key";
}

package org.medianest.gateway.proxy;

import org.medianest.gateway.backend.Backend;

/**
 * Where a part of the API lives.
 *
 * @param isOpen whether strangers may knock there: the service itself says who may do what
 */
record Route(String prefix, Backend backend, boolean isOpen) {
    boolean matches(String path) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }

    /** Only auth-service has to do with cookies. */
    boolean isTrustedWithCookies() {
        return isOpen;
    }
}

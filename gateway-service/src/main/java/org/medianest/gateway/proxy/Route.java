package org.medianest.gateway.proxy;

import org.medianest.gateway.backend.Backend;

/** Where a part of the API lives. */
record Route(String prefix, Backend backend, For who) {
    /** Who may knock there. */
    enum For {
        /** People with a session. */
        PEOPLE,
        /** Everybody: the service itself says who may do what. */
        ALL,
        /** Other systems, with a key of their own that the service knows: no person is behind it. */
        SYSTEMS
    }

    boolean matches(String path) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }

    boolean isOpen() {
        return who != For.PEOPLE;
    }

    /** Only auth-service has to do with cookies. */
    boolean isTrustedWithCookies() {
        return who == For.ALL;
    }

    boolean isForSystems() {
        return who == For.SYSTEMS;
    }
}

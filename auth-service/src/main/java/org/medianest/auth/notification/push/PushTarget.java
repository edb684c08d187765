package org.medianest.auth.notification.push;

import java.net.InetAddress;
import java.net.URI;

/**
 * A push service that may be called.
 *
 * @param address the one to connect to, and no other: the name may mean something else a moment later
 */
record PushTarget(URI endpoint, InetAddress address) {
    boolean isTls() {
        return "https".equals(endpoint.getScheme());
    }

    int port() {
        return PushTargets.portOf(endpoint);
    }
}

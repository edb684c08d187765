package org.medianest.media.system;

import io.vertx.core.json.JsonObject;
import java.net.URI;

/**
 * How a system is reached.
 *
 * @param url where it is, perhaps with a path that all of its addresses begin with
 * @param options what the admin has chosen for it
 */
public record Connection(SystemKind kind, URI url, Secret secret, JsonObject options) {
    public Connection {
        options = options.copy();
    }

    /** The path of its address, without a slash at the end. */
    String basePath() {
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    boolean isTls() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    int port() {
        int standard = isTls() ? 443 : 80;
        return url.getPort() < 0 ? standard : url.getPort();
    }
}

package org.medianest.gateway.guard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the door is reached. */
@ConfigMapping(prefix = "medianest.gateway.door")
public interface DoorConfig {
    /** The address that browsers use; https turns on secure cookies and HSTS. */
    Optional<URI> publicUrl();

    /** Addresses or ranges of proxies whose {@code X-Forwarded-For} is believed. */
    Optional<List<String>> trustedProxies();

    /** The largest body of a request. Media only ever flows out. */
    @WithDefault("65536")
    int maxBody();

    /** How long a body may take to arrive. */
    @WithDefault("20s")
    Duration bodyTimeout();

    /**
     * Whether the nginx in front of us sends finished downloads itself: then it is told which. A browser must never hear of it, so this
     * is only for where nobody passes nginx by.
     */
    @WithDefault("false")
    boolean accel();
}

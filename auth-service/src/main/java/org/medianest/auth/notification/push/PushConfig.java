package org.medianest.auth.notification.push;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of push messages. */
@ConfigMapping(prefix = "medianest.push")
public interface PushConfig {
    /** How long a push service keeps a message for a device that is off. */
    @WithDefault("1d")
    Duration kept();

    /** How long a push service may take to answer. */
    @WithDefault("10s")
    Duration timeout();

    /** `host:port` pairs that may be a push service although their address is private, and without TLS: in tests only. */
    Optional<List<String>> allowedAddresses();
}

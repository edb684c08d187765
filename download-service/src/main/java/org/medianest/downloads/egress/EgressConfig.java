package org.medianest.downloads.egress;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What downloads may reach beside the public internet, and how much. */
@ConfigMapping(prefix = "medianest.downloads")
public interface EgressConfig {
    /** {@code host:port} pairs that are allowed although their address is private: a media server of the household, say. */
    Optional<List<String>> allowedAddresses();

    Limits egress();

    /** Limits of the door. */
    interface Limits {
        /** How long a host may take to accept a connection. */
        @WithDefault("10s")
        Duration connectTimeout();

        /** After so long without a byte a connection is closed. */
        @WithDefault("60s")
        Duration idleTimeout();

        /** Connections that one download may have open at once. */
        @WithDefault("64")
        int connectionsPerDownload();

        /** Bytes that one download may fetch in all, retries of fragments and thumbnails included. */
        @WithDefault("40G")
        MemorySize bytesPerDownload();
    }
}

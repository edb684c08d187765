package org.medianest.gateway.backend;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The services behind the door. Each has one URL, or one for each of its replicas; and a name in a URL may stand for several addresses,
 * which are looked up again and again.
 */
@ConfigMapping(prefix = "medianest.gateway.services")
public interface BackendConfig {
    List<URI> auth();

    List<URI> media();

    List<URI> downloads();

    /** How long a connection may take to come about. */
    @WithDefault("1500ms")
    Duration connectTimeout();

    /** How long a service may think before the first byte of its answer. Looking at a link takes yt-dlp a while. */
    @WithDefault("90s")
    Duration answerTimeout();

    /** How long auth-service may take for a token. */
    @WithDefault("5s")
    Duration tokenTimeout();

    /** Connections to one service from each of the event loops. Each video that plays holds one. */
    @WithDefault("256")
    int connections();

    /** How often names are looked up again. */
    @WithDefault("1s")
    Duration lookUp();

    /** After so many failures in a row a replica is not asked any more... */
    @WithDefault("3")
    int failuresToOpen();

    /** ...for this long; then one request tries again. */
    @WithDefault("2s")
    Duration openFor();
}

package org.medianest.gateway.probe;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How the gateway watches. */
@ConfigMapping(prefix = "medianest.gateway.status")
public interface StatusConfig {
    /** How often a service or system is looked at that answered the last time. */
    @WithDefault("20s")
    Duration interval();

    /** How often there is a look whether anything is due; what did not answer is asked again at the next. */
    @WithDefault("5s")
    Duration tick();

    /** How long an answer may take. */
    @WithDefault("5s")
    Duration timeout();

    /** Where people sign in with Plex. */
    URI plexTv();
}

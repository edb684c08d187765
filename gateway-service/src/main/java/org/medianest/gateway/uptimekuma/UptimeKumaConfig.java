package org.medianest.gateway.uptimekuma;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How an Uptime Kuma is followed. */
@ConfigMapping(prefix = "medianest.gateway.uptime-kuma")
public interface UptimeKumaConfig {
    /** How often a status page or the metrics are read. */
    @WithDefault("60s")
    Duration interval();

    /** How long we wait for each of its answers. */
    @WithDefault("10s")
    Duration patience();

    /** Before a socket that broke is opened again; doubles each time, to a minute. */
    @WithDefault("1s")
    Duration firstPause();

    /** What is heard within this time is kept together. */
    @WithDefault("500ms")
    Duration gather();

    /** When it has been away for so long, nobody knows any more how its monitors are. */
    @WithDefault("1m")
    Duration lostAfter();
}

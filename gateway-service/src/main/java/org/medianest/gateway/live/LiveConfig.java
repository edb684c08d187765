package org.medianest.gateway.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The live feed. */
@ConfigMapping(prefix = "medianest.gateway.live")
public interface LiveConfig {
    /** Messages that wait for a slow reader, before it is told to come again. */
    @WithDefault("500")
    int queue();

    /** How many missed messages are told again; who missed more fetches everything. */
    @WithDefault("1000")
    int replay();

    /** How far back messages are told again. */
    @WithDefault("10m")
    Duration replayAge();

    /** How often the sessions behind the sockets are looked up again. */
    @WithDefault("60s")
    Duration recheck();

    /** Messages a second that a client may send; it has nothing to say. */
    @WithDefault("10")
    int incomingPerSecond();

    /** Sockets of one person. */
    @WithDefault("30")
    int socketsPerUser();
}

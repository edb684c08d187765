package org.medianest.media.system;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How we speak to systems that are not ours. */
@ConfigMapping(prefix = "medianest.systems")
public interface SystemConfig {
    /** How long an answer may take, to its last byte. */
    @WithDefault("5s")
    Duration timeout();

    /** Calls at once to one system; others wait. */
    @WithDefault("8")
    int parallel();

    /** Calls that may wait for their turn; more fail. */
    @WithDefault("200")
    int waiting();

    /** After so many failures one after the other a system is left alone for the pause. */
    @WithDefault("5")
    int failuresToOpen();

    /** How long a system is left alone after so many failures. */
    @WithDefault("10s")
    Duration pause();

    /** How often it is looked whether the systems are there. */
    @WithDefault("30s")
    Duration look();
}

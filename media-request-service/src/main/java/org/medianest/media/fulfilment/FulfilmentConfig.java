package org.medianest.media.fulfilment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often it is looked how orders stand. */
@ConfigMapping(prefix = "medianest.fulfilment")
public interface FulfilmentConfig {
    /** How often it is looked whether there is something to look at. */
    @WithDefault("1s")
    Duration tick();

    /** Of orders that are moving: downloading, or just handed over. */
    @WithDefault("5s")
    Duration moving();

    /** For how long an order that is searched for counts as moving. */
    @WithDefault("10m")
    Duration fresh();

    /** Of orders that may move any time. */
    @WithDefault("1m")
    Duration settled();

    /** Of orders that wait for their release. */
    @WithDefault("10m")
    Duration unreleased();

    /** Until an order that was refused is offered again: quotas pass, and settings are put right. */
    @WithDefault("15m")
    Duration refused();

    /** The pause after a failure; it doubles with each that follows. */
    @WithDefault("5s")
    Duration firstPause();

    /** The longest of these pauses. */
    @WithDefault("1m")
    Duration longestPause();

    /** Orders that are asked about one by one in one round, because no list tells of them. */
    @WithDefault("25")
    int looks();
}

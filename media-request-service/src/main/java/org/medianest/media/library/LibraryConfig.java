package org.medianest.media.library;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the Plex server is looked at. */
@ConfigMapping(prefix = "medianest.library")
public interface LibraryConfig {
    /** How often all of it is read. */
    @WithDefault("15m")
    Duration scanEvery();

    /** How often it is asked what is new, should its own news not reach us. */
    @WithDefault("1m")
    Duration newestEvery();

    /** How long after a failure it is tried again. */
    @WithDefault("30s")
    Duration retryAfter();

    /** A scan that has stood still for longer begins anew: its first pages are too old to be compared with the last. */
    @WithDefault("30m")
    Duration resumeWithin();

    /** Items that are read in one go. */
    @WithDefault("200")
    int page();

    /** When more than so many of a hundred items vanish at once, an admin is asked first. */
    @WithDefault("5")
    int heldBackPercent();

    /** So few may vanish without asking, however small the library is. */
    @WithDefault("2")
    int neverHeldBack();
}

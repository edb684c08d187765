package org.medianest.media.shelving;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How downloads get into Plex. */
@ConfigMapping(prefix = "medianest.shelving")
public interface ShelvingConfig {
    /** How often it is looked whether there is something to do. */
    @WithDefault("1s")
    Duration tick();

    /** How long a finished download waits for others of its folder, so that one scan finds them all. */
    @WithDefault("5s")
    Duration gathering();

    /** Until it is looked whether a scan has found it; longer after some looks in vain. */
    @WithDefault("3s")
    Duration look();

    /** The longest of these pauses, and the one while Plex is away. */
    @WithDefault("2m")
    Duration longestPause();

    /** After so many looks in vain the folder is scanned again. */
    @WithDefault("10")
    int looksAScan();

    /** After so many looks in vain a download is left alone. */
    @WithDefault("500")
    int mostLooks();
}

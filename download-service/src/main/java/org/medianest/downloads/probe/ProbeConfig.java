package org.medianest.downloads.probe;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How links are looked at. */
@ConfigMapping(prefix = "medianest.downloads.probe")
public interface ProbeConfig {
    /** Looks at once: each is a process that wants a CPU for a second. */
    @WithDefault("2")
    int parallel();

    /** Further looks that may wait for their turn. */
    @WithDefault("8")
    int waiting();

    /** How long one may wait for its turn. */
    @WithDefault("10s")
    Duration patience();

    /** How long a look may take. */
    @WithDefault("30s")
    Duration limit();
}

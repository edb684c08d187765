package org.medianest.downloads.library;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How files leave. */
@ConfigMapping(prefix = "medianest.downloads")
public interface DeliveryConfig {
    /** Whether the nginx in front of us sends the files itself, once we have named them. It must see the same volume. */
    @WithDefault("false")
    boolean accel();
}

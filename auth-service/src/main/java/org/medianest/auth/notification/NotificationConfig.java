package org.medianest.auth.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the inbox. */
@ConfigMapping(prefix = "medianest.notifications")
public interface NotificationConfig {
    /** How long the inbox keeps what people were told. */
    @WithDefault("180d")
    Duration kept();
}

package org.medianest.auth.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of taking news to people. */
@ConfigMapping(prefix = "medianest.notifications.delivery")
public interface DeliveryConfig {
    /** After so many attempts that failed, a mail or a push message is given up; the inbox has the news anyway. */
    @WithDefault("7")
    int attempts();

    /** The pause after the first of them; each of the next is five times as long. */
    @WithDefault("30s")
    Duration firstPause();

    /** How long an attempt may take. */
    @WithDefault("30s")
    Duration patience();

    /** How often is looked for something to take, when nobody says that there is. */
    @WithDefault("5s")
    Duration poll();
}

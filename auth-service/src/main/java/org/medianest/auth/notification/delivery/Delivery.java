package org.medianest.auth.notification.delivery;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.auth.notification.Language;
import org.medianest.auth.notification.News;

/**
 * News on its way.
 *
 * @param attempts this one included
 * @param subscriptionId the browser that a push message goes to; null for other ways
 * @param language what its reader is written to in
 */
public record Delivery(
        UUID id,
        Way way,
        int attempts,
        UUID notificationId,
        @Nullable UUID subscriptionId,
        Language language,
        News news) {
    /** Of a push message. */
    public UUID requireSubscription() {
        return Objects.requireNonNull(subscriptionId, "a push message has a browser");
    }
}

package org.medianest.auth.notification.preference;

import org.jspecify.annotations.Nullable;
import org.medianest.auth.notification.Language;

/**
 * By which ways somebody wants to hear of their news.
 *
 * @param address one mailbox; null when they have not said any
 * @param language null when they do not say
 */
record Wish(
        boolean mail,
        @Nullable String address,
        boolean push,
        @Nullable Language language) {}

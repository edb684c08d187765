package org.medianest.auth.notification.preference;

import org.jspecify.annotations.Nullable;

/**
 * By which ways somebody wants to hear of their news.
 *
 * @param address one mailbox; null when they have not said any
 */
record Wish(boolean mail, @Nullable String address, boolean push) {}

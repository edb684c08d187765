package org.medianest.auth.notification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person is to be told.
 *
 * @param title of the film, the series or the download; null when nobody has said it
 * @param reason for people; null when there is nothing to say
 */
public record News(
        UUID personId,
        NotificationKind kind,
        @Nullable String title,
        @Nullable String reason,
        NotificationLink link) {}

package org.medianest.auth.notification.preference;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.medianest.auth.notification.Language;

/**
 * By which ways somebody wants to hear of their news, beside the inbox.
 *
 * @param mail whether they want mails
 * @param address where to; null when they have not said: then there are none
 * @param mailConfigured whether this house can send mails at all
 * @param push whether their devices that have subscribed are to be told
 * @param language what mails and push messages are written in
 */
@Schema(requiredProperties = {"mail", "address", "mailConfigured", "push", "language"})
public record Preferences(
        boolean mail,
        @Schema(nullable = true) @Nullable String address,
        boolean mailConfigured,
        boolean push,
        Language language) {}

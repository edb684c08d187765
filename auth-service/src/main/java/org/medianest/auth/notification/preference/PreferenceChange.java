package org.medianest.auth.notification.preference;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.medianest.auth.notification.Language;

/**
 * How it is to be from now on.
 *
 * @param address one mailbox, without a name, comment or quotes; null for none
 * @param language what mails and push messages are written in; null to leave it as it is
 */
public record PreferenceChange(
        @NotNull Boolean mail,

        @Nullable
        @Size(max = 254)
        @Pattern(regexp = PreferenceChange.MAILBOX, message = "must be one e-mail address")
        @Schema(nullable = true)
        String address,

        @NotNull Boolean push,
        @Nullable Language language) {
    /** What HTML calls a valid e-mail address: nothing in it ends a header, or begins a second address. */
    static final String MAILBOX = "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@"
            + "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*";

    Wish wish() {
        return new Wish(mail, address, push, language);
    }
}

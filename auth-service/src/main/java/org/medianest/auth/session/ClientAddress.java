package org.medianest.auth.session;

import org.jspecify.annotations.Nullable;

/** The address of the browser, as the gateway says it. It only slows down guessing: nothing is allowed because of it. */
public final class ClientAddress {
    private static final int LONGEST = 64;

    private ClientAddress() {}

    /** The gateway sends exactly one address; whatever else is there is cut to a bounded key. */
    public static String of(@Nullable String forwardedFor) {
        if (forwardedFor == null || forwardedFor.isBlank()) {
            return "direct";
        }
        String first = forwardedFor.split(",", 2)[0].strip();
        return first.length() <= LONGEST ? first : first.substring(0, LONGEST);
    }
}

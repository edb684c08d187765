package org.medianest.commons.secret;

import org.jspecify.annotations.Nullable;

/** A sealed secret that cannot be opened: another key, another place, or changed bytes. */
public final class SecretUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SecretUnreadable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

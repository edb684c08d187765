package org.medianest.media.system;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A key or a token of somebody else's system. It shows itself to nobody who does not ask by name. */
public final class Secret {
    /** For those who are asked without one. */
    public static final Secret NONE = new Secret("");

    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /** The secret itself; for the request that needs it, never for a log or an answer. */
    public String reveal() {
        return value;
    }

    boolean isNone() {
        return value.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), secret.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}

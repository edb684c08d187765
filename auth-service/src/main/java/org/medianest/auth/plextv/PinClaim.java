package org.medianest.auth.plextv;

/** What has become of a PIN. */
public sealed interface PinClaim {
    /** Nobody has signed in with it yet. */
    record Open() implements PinClaim {}

    /** Somebody has; the token is theirs. */
    record Claimed(PlexToken token) implements PinClaim {}

    /** It has expired, or was never there. */
    record Gone() implements PinClaim {}
}

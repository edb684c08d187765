package org.medianest.gateway.uptimekuma;

/** How well a source is followed. */
public enum SourceState {
    CONNECTING,
    CONNECTED,
    /** It does not answer as it should; it is tried again. */
    AWAY,
    /** It wants a two-factor code, which only a person has. */
    NEEDS_CODE,
    /** It does not accept what the admin gave. */
    REFUSED
}

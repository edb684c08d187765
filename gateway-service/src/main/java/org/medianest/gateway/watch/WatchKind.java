package org.medianest.gateway.watch;

/** What sort of thing is watched. */
public enum WatchKind {
    /** One of ours. */
    SERVICE,
    /** Of others, connected to ours. */
    SYSTEM,
    /** Something that a source of ours watches. */
    MONITOR
}

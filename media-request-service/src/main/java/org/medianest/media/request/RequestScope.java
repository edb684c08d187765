package org.medianest.media.request;

/** Whose requests are listed. */
public enum RequestScope {
    /** What a person asked for, and what they wait for because others asked. */
    MINE,
    ALL
}

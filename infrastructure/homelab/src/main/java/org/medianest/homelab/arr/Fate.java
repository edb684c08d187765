package org.medianest.homelab.arr;

/** What becomes of a title once it is searched for. */
public enum Fate {
    ARRIVES,
    /** No indexer has it. */
    NOTHING_FOUND,
    /** The download stops half-way: no time left is known. */
    STALLS,
    /** Downloaded, but the arr does not know how to import it; somebody must decide. */
    IMPORT_BLOCKED,
    /** The download client gives up. */
    FAILS
}

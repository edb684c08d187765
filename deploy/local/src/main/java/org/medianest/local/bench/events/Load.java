package org.medianest.local.bench.events;

import java.util.OptionalInt;

/**
 * Events that are said to one consumer or several.
 *
 * @param warmUp said before, of each subject, and not measured
 * @param each said and measured, of each subject
 * @param rate events a second, or as fast as possible
 */
record Load(int warmUp, int each, OptionalInt rate) {
    static final int SUBJECTS = 60;

    /** Said at the same time by both sides, with a connection to Postgres for each. */
    static final int TALKERS = 8;

    int warmUpEvents() {
        return warmUp * SUBJECTS;
    }

    int events() {
        return each * SUBJECTS;
    }
}

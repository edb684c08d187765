package org.medianest.downloads.job;

/** In what way a worker that has a job is not there. */
enum Absence {
    /** It does not say anything. Its processes may still be writing to the unfinished files. */
    SILENT,
    /** Nothing of it runs any more. */
    GONE
}

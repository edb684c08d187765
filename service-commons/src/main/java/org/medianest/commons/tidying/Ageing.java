package org.medianest.commons.tidying;

import io.smallrye.mutiny.Uni;

/** Rows that are worth something for a while only. Each bean of this kind is asked once an hour to forget what is too old. */
public interface Ageing {

    /** What the rows are together, such as "the audit log", for the log. */
    String called();

    /** Deletes what is too old. Replicas may do it at the same time; failing is no harm, it is tried again an hour later. */
    Uni<Void> forgetOld();
}

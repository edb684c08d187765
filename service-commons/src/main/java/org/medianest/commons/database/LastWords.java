package org.medianest.commons.database;

import org.jspecify.annotations.Nullable;

/**
 * A statement that goes out together with the commit, behind all others of its transaction: nobody waits for its answer, which saves the
 * way to Postgres and back. When it fails, nothing of the transaction is kept. It is asked for once, when the work is done.
 */
public interface LastWords {
    String statement();

    /** Lists among them must not be empty: who has nothing to say has no last words. */
    @Nullable
    Object[] values();
}

package org.medianest.commons.database;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;

/** Failures that pass by themselves: Postgres is starting, stopping, full, or the way to it is cut. */
public final class Outage {
    private Outage() {}

    public static boolean isOutage(Throwable failure) {
        return failure instanceof ConnectException
                || failure instanceof ClosedConnectionException
                || failure instanceof PgException refused && isOutage(refused.getSqlState());
    }

    /** Class 40: two waited for each other or changed the same, and this one had to go. Nothing of it is kept. */
    public static boolean isConflict(Throwable failure) {
        return failure instanceof PgException refused && refused.getSqlState().startsWith("40");
    }

    /** Classes 08, 53 and 57 of PostgreSQL's Appendix A: connection, resources, intervention of an operator. */
    private static boolean isOutage(String sqlState) {
        return sqlState.startsWith("08") || sqlState.startsWith("53") || sqlState.startsWith("57");
    }
}

package org.medianest.commons.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One PostgreSQL for all tests of a JVM, on a port of its own choice; it ends with the JVM. */
final class EmbeddedPostgres17 {
    private static final String PORT = "medianest.test.postgres.port";

    private EmbeddedPostgres17() {}

    /** System properties, not fields: Quarkus loads test classes more than once, and there must be one server. */
    static synchronized int port() {
        if (System.getProperty(PORT) == null) {
            System.setProperty(PORT, String.valueOf(start()));
        }
        return Integer.getInteger(PORT);
    }

    private static int start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "100")
                    .start()
                    .getPort();
        } catch (IOException broken) {
            throw new UncheckedIOException("PostgreSQL does not start", broken);
        }
    }
}

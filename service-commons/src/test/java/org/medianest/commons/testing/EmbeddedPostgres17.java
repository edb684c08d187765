package org.medianest.commons.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

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
            int port = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "100")
                    .start()
                    .getPort();
            run(port, roles());
            return port;
        } catch (IOException broken) {
            throw new UncheckedIOException("PostgreSQL does not start", broken);
        }
    }

    /** As the superuser. */
    static void run(int port, String statement) {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), "postgres", "postgres");
                Statement call = connection.createStatement()) {
            call.execute(statement);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Everybody has the same password, which this server does not ask for anyway. */
    private static String roles() throws IOException {
        try (InputStream script = EmbeddedPostgres17.class.getResourceAsStream("roles.sql")) {
            if (script == null) {
                throw new IllegalStateException("roles.sql is not in the build");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll(":'\\w+_password'", "'" + PostgresAndRedis.PASSWORD + "'");
        }
    }
}

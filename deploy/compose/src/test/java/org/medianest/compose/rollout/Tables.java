package org.medianest.compose.rollout;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** All the tables of the services, as whoever may do everything sees and changes them. */
final class Tables {
    private static final List<String> SCHEMAS = List.of("auth", "media", "downloads", "status");

    private final int port;
    private final String password;

    Tables(int port, String password) {
        this.port = port;
        this.password = password;
    }

    /**
     * What the next version may do to the tables while this one works: every table gets a column more, and each history a migration that
     * nobody here knows.
     */
    void migrateToTomorrow() throws SQLException {
        try (Connection connection = connect();
                Statement change = connection.createStatement()) {
            for (String schema : SCHEMAS) {
                for (String table : names(connection, schema)) {
                    change.execute("alter table %s.%s add column from_tomorrow text not null default 'new'"
                            .formatted(schema, table));
                }
                change.execute("""
                    insert into %s.flyway_schema_history
                        (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                    values (9999, '9999', 'tomorrow', 'SQL', 'V9999__tomorrow.sql', 1, 'tomorrow', 1, true)
                    """.formatted(schema));
            }
        }
    }

    private static List<String> names(Connection connection, String schema) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement ask = connection.createStatement();
                ResultSet rows = ask.executeQuery("""
                    select table_name from information_schema.tables
                    where table_schema = '%s' and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
                    """.formatted(schema))) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** One number that an SQL query finds. */
    long count(String query) throws SQLException {
        try (Connection connection = connect();
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/medianest".formatted(port), "postgres", password);
    }
}

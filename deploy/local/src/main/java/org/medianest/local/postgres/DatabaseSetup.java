package org.medianest.local.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The database, its roles and schemas, from {@code infrastructure/postgres/roles.sql}. What was done is noted in a
 * file, so that an ordinary start neither connects nor loads the driver.
 */
record DatabaseSetup(DatabasePasswords passwords, Path done, int port) {
    static final String ADMINISTRATOR = "postgres";
    static final String DATABASE = "medianest";

    void run() throws IOException {
        String script = bind(script(), passwords.variables());
        String fingerprint = fingerprint(script);
        if (Files.exists(done) && Files.readString(done).equals(fingerprint)) {
            return;
        }
        try {
            createDatabase();
            apply(script);
        } catch (SQLException e) {
            throw new IOException("PostgreSQL did not take the roles and schemas: " + e.getMessage(), e);
        }
        Files.writeString(done, fingerprint);
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                statement.execute("create database " + DATABASE);
            }
        }
    }

    private void apply(String script) throws SQLException {
        try (Connection connection = connect(DATABASE);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(script);
            connection.commit();
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable".formatted(port, database),
                ADMINISTRATOR,
                passwords.administrator());
    }

    /** Puts literals where the script has psql's {@code :'name'}, so that psql can run the same file. */
    static String bind(String script, Map<String, String> variables) {
        String bound = script;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            bound = bound.replace(
                    ":'" + variable.getKey() + "'", "'" + variable.getValue().replace("'", "''") + "'");
        }
        return bound;
    }

    private static String script() throws IOException {
        try (@Nullable InputStream script = DatabaseSetup.class.getResourceAsStream("/roles.sql")) {
            if (script == null) {
                throw new IOException("roles.sql is not in the build");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String fingerprint(String script) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

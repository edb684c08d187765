package org.medianest.compose.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.medianest.compose.testing.Repository;
import org.medianest.local.place.Layout;
import org.medianest.local.place.Part;
import org.medianest.local.place.Ports;
import org.medianest.local.place.Secrets;
import org.medianest.local.process.PidRecords;
import org.medianest.local.testing.FreePorts;
import org.medianest.local.testing.Launcher;
import org.medianest.local.testing.SharedPrograms;
import org.medianest.local.visit.Api;
import org.medianest.local.visit.Json;

/** All of MediaNest with people in it, who have requested, watched and downloaded: what there is to count, there is. */
final class WatchedDemo implements AutoCloseable {
    private final Ports ports = FreePorts.table();
    private final Layout layout;
    private final Launcher launcher;

    WatchedDemo(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        layout = new Layout(Repository.file(""), folder.resolve("demo"));
        SharedPrograms.linkInto(layout);
        launcher = new Launcher(
                "demo",
                "--root",
                layout.root().toString(),
                "--data",
                layout.data().toString(),
                "--port",
                String.valueOf(ports.base()));
    }

    void awaitPeople() throws IOException {
        launcher.awaitLine("The demo is ready");
    }

    int portOf(Part part) {
        return ports.of(part);
    }

    int managementPortOf(Part service) {
        return ports.managementOf(service);
    }

    long pidOf(Part part) {
        return new PidRecords(layout.run()).living(part.title()).orElseThrow().pid();
    }

    String password(String name) throws IOException {
        return new Secrets(layout.secrets()).password(name);
    }

    String redisPassword(String user) throws IOException {
        return new Secrets(layout.secrets()).passwordIn("redis_" + user);
    }

    /** What a backup and a restore test write down when they have succeeded. */
    void noteBackup() throws IOException, SQLException {
        String address = "jdbc:postgresql://127.0.0.1:%d/medianest".formatted(ports.of(Part.POSTGRES));
        try (Connection connection =
                        DriverManager.getConnection(address, "postgres", password("postgres-administrator"));
                Statement statement = connection.createStatement()) {
            statement.execute(Repository.text("infrastructure/backup/schema.sql"));
            statement.execute("""
                insert into backup.run (task, finished_at, succeeded)
                values ('backup', now(), true), ('restore-test', now(), true)
                """);
        }
    }

    /** Somebody looks around. */
    void visit() throws IOException {
        visit(ports.of(Part.GATEWAY));
    }

    /** The same by another door. */
    static void visit(int port) throws IOException {
        try (Api api = new Api(port)) {
            api.post(
                    "/api/v1/auth/sessions",
                    Json.object().put("username", "olga").put("password", "projector light"));
            api.get("/api/v1/auth/me");
            api.get("/api/v1/downloads?limit=20");
            api.get("/api/v1/media/search?query=a");
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        launcher.close();
        SharedPrograms.unlinkFrom(layout);
    }
}

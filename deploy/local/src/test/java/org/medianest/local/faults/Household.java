package org.medianest.local.faults;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.medianest.commons.testing.TcpRelay;
import org.medianest.local.lab.EventLab;
import org.medianest.local.lab.EventLab.Surroundings;
import org.medianest.local.lab.RedisConsole;
import org.medianest.local.lab.Role;
import org.medianest.local.lab.Station;
import org.medianest.local.place.Layout;
import org.medianest.local.process.Pause;
import org.medianest.local.testing.SharedPrograms;

/**
 * Four services with streams between them: three speak, all four hear everything, two have a second replica. Between them and their
 * servers stands a network that can be cut, and the clocks of
 * Postgres and Redis can be wrong.
 */
final class Household implements AutoCloseable {
    static final Map<String, String> STREAM_OF =
            Map.of("alpha", "events:auth", "beta", "events:downloads", "gamma", "events:media");
    static final List<String> STREAMS = List.of("events:auth", "events:downloads", "events:media");
    static final List<Role> ROLES = List.of(role("alpha"), role("beta"), role("gamma"), role("delta"));
    private static final List<String> WITH_TWO_REPLICAS = List.of("alpha", "delta");
    private static final int POOL = 5;
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Layout layout;
    final FalseClock postgresClock;
    final FalseClock redisClock;
    final EventLab lab;
    final TcpRelay toPostgres;
    final TcpRelay toRedis;
    final RedisConsole redis;
    final List<Station> stations = new ArrayList<>();
    private final Set<String> started = new HashSet<>();
    private final List<String> deaths = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /**
     * In an empty folder.
     *
     * @param rate events a second that each process says
     */
    static Household in(Path folder, int rate) throws IOException {
        // A way that every user may walk, for machines where PostgreSQL runs as another one.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Layout layout = new Layout(Path.of("../..").toRealPath(), folder.resolve("data"));
        SharedPrograms.linkInto(layout);
        return new Household(layout, Path.of(System.getProperty("java.home"), "bin/java"), rate);
    }

    private Household(Layout layout, Path java, int rate) throws IOException {
        this.layout = layout;
        postgresClock = FalseClock.in(layout.data(), "postgres");
        redisClock = FalseClock.in(layout.data(), "redis");
        lab = new EventLab(
                layout, java, new Surroundings(postgresClock.environment(), redisClock.environment(), Map.of()));
        lab.postgres().start();
        lab.redis().start();
        toPostgres = new TcpRelay("127.0.0.1", lab.postgresPort());
        toRedis = new TcpRelay("127.0.0.1", lab.redisPort());
        redis = lab.redisConsole();
        lab.migrate(ROLES);
        for (Role role : ROLES) {
            for (int replica = 1; replica <= (WITH_TWO_REPLICAS.contains(role.service()) ? 2 : 1); replica++) {
                stations.add(lab.station(role, replica, settings(rate)));
            }
        }
    }

    private static Role role(String name) {
        return new Role(name, name, Optional.ofNullable(STREAM_OF.get(name)), STREAMS);
    }

    private Map<String, String> settings(int rate) {
        return Map.of(
                "MEDIANEST_POSTGRES", "127.0.0.1:%d/medianest".formatted(toPostgres.port()),
                "MEDIANEST_REDIS", "redis://admin:%s@127.0.0.1:%d".formatted(lab.redisPassword(), toRedis.port()),
                "MEDIANEST_STATION_TALKERS", "2",
                "MEDIANEST_STATION_RATE", Integer.toString(rate),
                "QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE", Integer.toString(POOL));
    }

    /** Starts all stations, and again those that end without having been told to, as whoever runs services does. */
    void keep() {
        Thread.ofPlatform().daemon().name("keeper").start(() -> {
            while (!closed) {
                stations.forEach(this::startIfDead);
                Pause.of(LOOK);
            }
        });
    }

    /** What stations said that ended by themselves; a service must bear whatever happens to its servers. */
    List<String> deaths() {
        return List.copyOf(deaths);
    }

    private void startIfDead(Station station) {
        synchronized (station) {
            if (!closed && !station.isAlive()) {
                if (!started.add(station.name())) {
                    deaths.add(station.name() + ": " + String.join("\n", station.lastWords(20)));
                }
                try {
                    station.start();
                } catch (IOException notNow) {
                    deaths.add(station.name() + " does not start: " + notNow.getMessage());
                }
            }
        }
    }

    /** Copies what the processes said to where it outlives the test, for whoever looks into it. */
    void keepLogs() throws IOException {
        Path kept = Files.createDirectories(Path.of("target/fault-logs"));
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(layout.logs())) {
            for (Path log : logs) {
                Files.copy(log, kept.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        System.out.println("logs: " + kept.toAbsolutePath());
    }

    /** What is to be said: so many numbered events of each subject. */
    void plan(String service, int subjects, int eventsOfEach) throws SQLException {
        try (Connection connection = lab.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into %s.plan (subject, total) values (?, ?)".formatted(service))) {
            for (int i = 0; i < subjects; i++) {
                insert.setObject(1, UUID.randomUUID());
                insert.setInt(2, eventsOfEach);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** What must end among the dead letters of everybody who reads: it goes the way of all events. */
    void plant(String service, String poison) throws SQLException {
        try (Connection connection = lab.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into %s.outbox (event_id, envelope) values (?, ?)".formatted(service))) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, poison);
            insert.executeUpdate();
        }
    }

    /** Something goes wrong in everybody's handlers of a stream, until it is ended. */
    void begin(String trouble, String stream) throws SQLException {
        forAll("insert into %s.trouble (kind, stream) values (?, ?)", trouble, stream);
    }

    void end(String trouble, String stream) throws SQLException {
        forAll("delete from %s.trouble where kind = ? and stream = ?", trouble, stream);
    }

    private void forAll(String statement, String trouble, String stream) throws SQLException {
        try (Connection connection = lab.connect()) {
            for (Role role : ROLES) {
                try (PreparedStatement change = connection.prepareStatement(statement.formatted(role.schema()))) {
                    change.setString(1, trouble);
                    change.setString(2, stream);
                    change.executeUpdate();
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        lab.close();
        toPostgres.close();
        toRedis.close();
        SharedPrograms.unlinkFrom(layout);
    }
}

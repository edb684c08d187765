package org.medianest.local.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.medianest.local.place.Layout;
import org.medianest.local.place.Refusal;
import org.medianest.local.place.Secrets;
import org.medianest.local.postgres.DatabasePasswords;
import org.medianest.local.postgres.PostgresServer;
import org.medianest.local.process.Child;
import org.medianest.local.process.Ending;
import org.medianest.local.process.PidRecords;
import org.medianest.local.process.Programs;
import org.medianest.local.process.Signal;
import org.medianest.local.process.Spawn;
import org.medianest.local.process.Spawner;
import org.medianest.local.redis.RedisServer;
import org.medianest.local.redis.RedisUsers;
import org.medianest.local.service.Caller;
import org.medianest.local.service.JavaCommand;

/**
 * Our Postgres and our Redis, with the settings that people run them with, and stations that say and hear events through them. All are
 * processes, and all end with this.
 */
public final class EventLab implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int HEAP = 96;

    private final Spawner spawner = new Spawner(Programs.SYSTEM);
    private final Path application;
    private final Layout layout;
    private final JavaCommand java;
    private final Surroundings surroundings;
    private final Map<String, String> basics = new Caller(System.getenv()).basics();
    private final DatabasePasswords passwords;
    private final String redisPassword;
    private final int postgresPort = freePort();
    private final int redisPort = freePort();
    private final LabServer postgres;
    private final LabServer redis;

    /**
     * What processes see of the world beside the usual.
     *
     * @param postgres environment of Postgres
     * @param redis environment of Redis
     * @param stations environment of all stations
     */
    public record Surroundings(Map<String, String> postgres, Map<String, String> redis, Map<String, String> stations) {
        public static final Surroundings USUAL = new Surroundings(Map.of(), Map.of(), Map.of());

        public Surroundings {
            postgres = Map.copyOf(postgres);
            redis = Map.copyOf(redis);
            stations = Map.copyOf(stations);
        }
    }

    /**
     * @param layout {@code root} is where the suite was built, {@code data} an empty folder
     * @throws Refusal when the station is not built
     */
    public EventLab(Layout layout, Path java, Surroundings surroundings) throws IOException {
        this.layout = layout;
        this.java = new JavaCommand(java);
        this.surroundings = surroundings;
        this.application = layout.root().resolve("infrastructure/event-lab/target/quarkus-app");
        if (!Files.exists(application.resolve("quarkus-run.jar"))) {
            throw new Refusal("The event-lab is not built: ./mvnw -pl infrastructure/event-lab -am package");
        }
        layout.create();
        Secrets secrets = new Secrets(layout.secrets());
        passwords = DatabasePasswords.from(secrets);
        RedisUsers users = RedisUsers.in(secrets);
        redisPassword = users.password(RedisUsers.ADMIN);
        PidRecords records = new PidRecords(layout.run());
        postgres = new LabServer(
                PostgresServer.in(
                        layout.postgres(),
                        layout.programs(),
                        passwords,
                        with(surroundings.postgres()),
                        layout.logs().resolve("postgres.log"),
                        postgresPort),
                spawner,
                records);
        redis = new LabServer(
                new RedisServer(
                        layout.redis(),
                        layout.programs(),
                        layout.redisFiles(),
                        users,
                        with(surroundings.redis()),
                        layout.logs().resolve("redis.log"),
                        redisPort),
                spawner,
                records);
    }

    public LabServer postgres() {
        return postgres;
    }

    public LabServer redis() {
        return redis;
    }

    public int postgresPort() {
        return postgresPort;
    }

    public int redisPort() {
        return redisPort;
    }

    /** Of the user admin, as which everybody is in the lab. */
    public String redisPassword() {
        return redisPassword;
    }

    public RedisConsole redisConsole() {
        return new RedisConsole(redisPort, RedisUsers.ADMIN, redisPassword);
    }

    public String postgresPassword() {
        return passwords.administrator();
    }

    /** As the administrator, past everything that stands between the stations and Postgres. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d/medianest?sslmode=disable&connectTimeout=5&socketTimeout=30"
                        .formatted(LOOPBACK, postgresPort),
                "postgres",
                passwords.administrator());
    }

    /** Makes the tables of the roles, each by a run of the station that ends afterwards. */
    public void migrate(List<Role> roles) throws IOException {
        Map<Role, Child> runs = new LinkedHashMap<>();
        for (Role role : roles) {
            Map<String, String> variables = variables(role, 1, Map.of());
            variables.put("MEDIANEST_POSTGRES_MIGRATE", "true");
            variables.put("QUARKUS_INIT_AND_EXIT", "true");
            runs.put(role, spawner.start(spawn(role.schema() + "-tables", variables)));
        }
        runs.forEach((role, run) -> {
            if (run.onExit().join() != 0) {
                throw new Refusal("The tables of %s were not made:%n%s"
                        .formatted(role.schema(), String.join("\n", run.lastWords(30))));
            }
        });
    }

    /**
     * A replica of a service, not yet started.
     *
     * @param settings its own environment variables, which win over all others
     */
    public Station station(Role role, int replica, Map<String, String> settings) {
        Map<String, String> variables = variables(role, replica, settings);
        return new Station(spawner, spawn(role.service() + "-" + replica, variables));
    }

    /** Any other program that ends with the lab, not yet started. It sees nothing of the lab but these variables. */
    public Station program(String name, List<String> command, Path folder, Map<String, String> variables) {
        Path log = layout.logs().resolve(name + ".log");
        return new Station(spawner, new Spawn(name, List.of(), command, folder, with(variables), log, Signal.KILL));
    }

    private Spawn spawn(String name, Map<String, String> variables) {
        List<String> command = java.of(application, HEAP, false);
        return new Spawn(
                name, List.of(), command, application, variables, layout.logs().resolve(name + ".log"), Signal.KILL);
    }

    private Map<String, String> variables(Role role, int replica, Map<String, String> settings) {
        Map<String, String> variables = with(surroundings.stations());
        variables.put("MALLOC_ARENA_MAX", "2");
        variables.put("MEDIANEST_POSTGRES", "%s:%d/medianest".formatted(LOOPBACK, postgresPort));
        variables.put("MEDIANEST_POSTGRES_USERNAME", "postgres");
        variables.put("MEDIANEST_POSTGRES_PASSWORD", passwords.administrator());
        variables.put("MEDIANEST_POSTGRES_OWNER_USERNAME", "postgres");
        variables.put("MEDIANEST_POSTGRES_OWNER_PASSWORD", passwords.administrator());
        variables.put("MEDIANEST_POSTGRES_MIGRATE", "false");
        variables.put("MEDIANEST_REDIS", "redis://admin:%s@%s:%d".formatted(redisPassword, LOOPBACK, redisPort));
        variables.put("MEDIANEST_EVENTS_REPLICA", Integer.toString(replica));
        variables.putAll(role.variables());
        variables.putAll(settings);
        return variables;
    }

    private Map<String, String> with(Map<String, String> more) {
        Map<String, String> variables = new TreeMap<>(basics);
        variables.putAll(more);
        return variables;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        spawner.close().forEach(child -> Ending.AT_ONCE.end(child.id()));
    }
}

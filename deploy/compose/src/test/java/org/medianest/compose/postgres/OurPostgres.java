package org.medianest.compose.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.medianest.compose.testing.Machine;
import org.medianest.compose.testing.Repository;
import org.medianest.local.postgres.PostgresBinaries;
import org.medianest.local.postgres.PostgresUser;
import org.medianest.local.process.Child;
import org.medianest.local.process.Ending;
import org.medianest.local.process.Programs;
import org.medianest.local.process.Signal;
import org.medianest.local.process.Spawn;
import org.medianest.local.process.Spawner;
import org.medianest.local.testing.FreePorts;

/**
 * A PostgreSQL as the container runs it: made with the arguments of {@code start}, run with our configuration, its roles set
 * by {@code set-roles}, its tables made by the owners from the services' migrations. It listens on another port and archives nothing.
 */
final class OurPostgres implements AutoCloseable {
    /** Each role with the service whose tables it reads and writes. */
    static final Map<String, String> SERVICES = Map.of(
            "auth", "auth-service",
            "media", "media-request-service",
            "downloads", "download-service",
            "status", "gateway-service");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern VERSION = Pattern.compile("V(\\d+)(?:_(\\d+))?__");

    private final Spawner spawner = new Spawner(Programs.SYSTEM);
    private final Function<String, Path> programs;
    private final Path folder;
    private final Path cluster;
    private final PostgresUser user;
    private final int port;

    /** Of the version that the machine has: the one that its pgBackRest knows, and perhaps an older one than we name. */
    static OurPostgres ofTheMachine(Path folder) throws IOException, SQLException {
        return new OurPostgres(folder, Machine::postgresProgram);
    }

    /** Of the version that the image names. */
    static OurPostgres ofTheImage(Path folder) throws IOException, SQLException {
        PostgresBinaries binaries = new PostgresBinaries(folder.resolve("postgresql"));
        binaries.unpack();
        return new OurPostgres(folder, binaries::program);
    }

    private OurPostgres(Path folder, Function<String, Path> programs) throws IOException, SQLException {
        this.folder = folder;
        this.programs = programs;
        this.cluster = folder.resolve("cluster");
        this.port = FreePorts.one();
        // a way that every user may walk, where PostgreSQL runs as another one
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectory(cluster);
        user = PostgresUser.choose(cluster, Programs.SYSTEM);
        password("admin", "secret of postgres");
        password("monitor", "secret of monitor");
        for (String role : SERVICES.keySet()) {
            password(role, "secret of " + role);
            password(role + "_owner", "secret of " + role + "_owner");
        }
        makeCluster();
        start();
        execute("postgres", "postgres", "create database medianest");
        setRoles();
        for (Map.Entry<String, String> service : SERVICES.entrySet()) {
            makeTables(service.getKey(), service.getValue());
        }
    }

    void password(String role, String password) throws IOException {
        Files.writeString(folder.resolve("postgres_" + role), password + "\n");
    }

    private void makeCluster() throws IOException {
        Path password = folder.resolve("administrator");
        Files.writeString(password, "secret of postgres\n");
        user.take(cluster);
        List<String> command = new ArrayList<>(List.of(
                programs.apply("initdb").toString(),
                "--pgdata=" + cluster,
                "--username=postgres",
                "--pwfile=" + password));
        command.addAll(initArguments());
        assertThat(spawner.run(spawn("initdb", command))).as(log()).isZero();
    }

    /** What the container's start tells initdb. */
    private static List<String> initArguments() {
        Matcher line = Pattern.compile("POSTGRES_INITDB_ARGS=\"([^\"]+)\"")
                .matcher(Repository.text("infrastructure/postgres/start"));
        assertThat(line.find()).isTrue();
        return List.of(line.group(1).split(" "));
    }

    private void start() throws IOException {
        Path ours = Repository.file("infrastructure/postgres");
        List<String> command =
                new ArrayList<>(List.of(programs.apply("postgres").toString(), "-D", cluster.toString()));
        Map.of(
                        "config_file", ours.resolve("postgresql.conf").toString(),
                        "hba_file", ours.resolve("pg_hba.conf").toString(),
                        "ident_file", ours.resolve("pg_ident.conf").toString(),
                        "port", Integer.toString(port),
                        "listen_addresses", "127.0.0.1",
                        "unix_socket_directories", "",
                        "archive_mode", "off")
                .forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        Child server = spawner.start(spawn("postgres", command));
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .failFast(() -> assertThat(server.isAlive()).as(log()).isTrue())
                .until(() -> ask("postgres", "postgres", "select 1").equals("1"));
    }

    private Spawn spawn(String name, List<String> command) {
        return new Spawn(name, user.prefix(), command, cluster, Map.of("LC_ALL", "C"), logFile(), Signal.INT);
    }

    /** As the one-shot container does, and whoever changes a password. */
    void setRoles() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Repository.file("infrastructure/postgres/set-roles").toString())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "SECRETS",
                        folder.toString(),
                        "PGHOST",
                        "127.0.0.1",
                        "PGPORT",
                        Integer.toString(port),
                        "PATH",
                        Machine.postgresProgram("psql").getParent() + ":"
                                + System.getenv().getOrDefault("PATH", "/usr/bin:/bin")));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(said).isZero();
    }

    private void makeTables(String role, String service) throws IOException, SQLException {
        List<Path> migrations = new ArrayList<>();
        for (String place :
                List.of("service-commons/src/main/resources/db/events", service + "/src/main/resources/db/migration")) {
            try (Stream<Path> files = Files.list(Repository.file(place))) {
                files.sorted(Comparator.comparing(OurPostgres::version)).forEach(migrations::add);
            }
        }
        for (Path migration : migrations) {
            execute(role + "_owner", "medianest", Files.readString(migration));
        }
    }

    private static int version(Path migration) {
        Matcher matcher = VERSION.matcher(migration.getFileName().toString());
        assertThat(matcher.lookingAt()).isTrue();
        return Integer.parseInt(matcher.group(1)) * 100
                + (matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)));
    }

    Connection connect(String role, String database) throws SQLException {
        return connect(role, database, "secret of " + role);
    }

    Connection connect(String role, String database, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable".formatted(port, database), role, password);
    }

    void execute(String role, String database, String... statements) throws SQLException {
        try (Connection connection = connect(role, database);
                Statement call = connection.createStatement()) {
            for (String statement : statements) {
                call.execute(statement);
            }
        }
    }

    /** The first value of the first row. */
    String ask(String role, String database, String query) throws SQLException {
        try (Connection connection = connect(role, database);
                Statement call = connection.createStatement();
                ResultSet row = call.executeQuery(query)) {
            assertThat(row.next()).as(query).isTrue();
            return row.getString(1);
        }
    }

    int port() {
        return port;
    }

    String log() {
        try {
            return Files.readString(logFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path logFile() {
        return folder.resolve("postgres.log");
    }

    @Override
    public void close() throws IOException {
        Ending fast = new Ending(Signal.INT, Duration.ofSeconds(30));
        spawner.close().forEach(child -> fast.end(child.id()));
    }
}

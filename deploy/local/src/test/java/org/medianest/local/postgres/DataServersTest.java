package org.medianest.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.local.place.Layout;
import org.medianest.local.place.Part;
import org.medianest.local.place.Secrets;
import org.medianest.local.process.Child;
import org.medianest.local.process.Ending;
import org.medianest.local.process.ProcessId;
import org.medianest.local.process.Program;
import org.medianest.local.process.Programs;
import org.medianest.local.process.Signal;
import org.medianest.local.process.Spawner;
import org.medianest.local.redis.RedisServer;
import org.medianest.local.redis.RedisUsers;
import org.medianest.local.service.Caller;
import org.medianest.local.testing.FreePorts;
import org.medianest.local.testing.QuietStart;
import org.medianest.local.testing.SharedPrograms;

/** Real PostgreSQL and real Redis, with data that must outlive every way of ending them. */
class DataServersTest {
    @TempDir
    Path temporary;

    private final Spawner spawner = new Spawner(Programs.SYSTEM);
    private final Map<String, String> environment = new Caller(System.getenv()).basics();
    private Layout layout;
    private Secrets secrets;
    private int postgresPort;
    private int redisPort;

    @BeforeEach
    void setUp() throws IOException {
        // A way that every user may walk, for machines where PostgreSQL runs as another one.
        Files.setPosixFilePermissions(temporary, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        layout = new Layout(temporary, temporary.resolve("data"));
        SharedPrograms.linkInto(layout);
        layout.create();
        secrets = new Secrets(layout.secrets());
        postgresPort = FreePorts.one();
        redisPort = FreePorts.one();
    }

    @AfterEach
    void endAll() throws IOException {
        spawner.close().forEach(child -> Ending.AT_ONCE.end(child.id()));
        SharedPrograms.unlinkFrom(layout);
    }

    @Test
    void dataIsKeptOverAnOrderlyEndAndACrash() throws IOException, SQLException {
        Child postgres = start(postgres());
        Child redis = start(redis());
        execute("create table auth.person (name text)", "insert into auth.person values ('Ada')");
        assertThat(redis("SET seen yes", "GET seen")).contains("yes");

        assertThat(postgres().ending().end(postgres.id())).isEqualTo(Ending.Outcome.WENT);
        assertThat(redis().ending().end(redis.id())).isEqualTo(Ending.Outcome.WENT);
        postgres = start(postgres());
        redis = start(redis());

        assertThat(names()).isEqualTo("Ada");
        assertThat(redis("GET seen")).contains("yes");

        execute("insert into auth.person values ('Bo')");
        Signal.KILL.send(postgres.id().pid());
        assertThat(Ending.isGone(postgres.id(), Duration.ofSeconds(5))).isTrue();
        start(postgres());

        assertThat(names()).isEqualTo("Ada,Bo");
    }

    @Test
    void serverThatAnEarlierLauncherLeftIsEndedFirst() throws IOException, SQLException {
        ProcessId orphan = start(postgres()).id();
        execute("create table auth.person (name text)", "insert into auth.person values ('Ada')");

        postgresPort = FreePorts.one();
        start(postgres());

        assertThat(orphan.isAlive()).isFalse();
        assertThat(names()).isEqualTo("Ada");
    }

    @Test
    void noteThatPointsToAnotherProcessDoesNotKeepItFromStarting() throws IOException, SQLException {
        Child first = start(postgres());
        execute("create table auth.person (name text)", "insert into auth.person values ('Ada')");
        Signal.KILL.send(first.id().pid());
        assertThat(Ending.isGone(first.id(), Duration.ofSeconds(5))).isTrue();
        Path note = layout.postgres().resolve("17/postmaster.pid");
        List<String> lines = Files.readAllLines(note);
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(note, lines);

        start(postgres());

        assertThat(names()).isEqualTo("Ada");
    }

    @Test
    void serviceCannotSeeWhatIsAnothers() throws IOException, SQLException {
        start(postgres());
        execute("create table auth.person (name text)");

        try (Connection downloads = connect(DatabasePasswords.roleOf(Part.DOWNLOADS));
                Statement statement = downloads.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("select * from auth.person"))
                    .hasMessageContaining("permission denied for schema auth");
            assertThatThrownBy(() -> statement.execute("create table downloads.mine (name text)"))
                    .hasMessageContaining("permission denied for schema downloads");
            assertThatThrownBy(() -> statement.execute("create table public.mine (name text)"))
                    .hasMessageContaining("permission denied for schema public");
        }
    }

    @Test
    void redisAsksForThePassword() throws IOException {
        start(redis());

        assertThat(exchange(List.of("PING"))).contains("NOAUTH");
    }

    private Child start(Program program) throws IOException {
        return QuietStart.of(program, spawner, layout, InstantSource.system());
    }

    private Program postgres() throws IOException {
        return PostgresServer.in(
                layout.postgres(),
                layout.programs(),
                DatabasePasswords.from(secrets),
                environment,
                layout.log(Part.POSTGRES),
                postgresPort);
    }

    private Program redis() throws IOException {
        return new RedisServer(
                layout.redis(),
                layout.programs(),
                Path.of("../../infrastructure/redis").toRealPath(),
                RedisUsers.in(secrets),
                environment,
                layout.log(Part.REDIS),
                redisPort);
    }

    private Connection connect(String role) throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/medianest".formatted(postgresPort),
                role,
                DatabasePasswords.from(secrets).roles().get(role));
    }

    private void execute(String... statements) throws IOException, SQLException {
        try (Connection connection = connect(DatabasePasswords.ownerOf(Part.AUTH));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String names() throws IOException, SQLException {
        try (Connection connection = connect(DatabasePasswords.roleOf(Part.AUTH));
                Statement statement = connection.createStatement();
                ResultSet names =
                        statement.executeQuery("select string_agg(name, ',' order by name) from auth.person")) {
            names.next();
            return names.getString(1);
        }
    }

    private String redis(String... commands) throws IOException {
        return exchange(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "AUTH admin " + RedisUsers.in(secrets).password(RedisUsers.ADMIN)),
                        java.util.Arrays.stream(commands))
                .toList());
    }

    private String exchange(List<String> commands) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redisPort)) {
            String request = String.join("\r\n", commands) + "\r\nQUIT\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return String.join("\n", answers.lines().toList());
        }
    }
}

package org.medianest.compose.redis;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.medianest.compose.testing.Machine;
import org.medianest.compose.testing.Repository;
import org.medianest.local.lab.RedisConsole;
import org.medianest.local.process.Child;
import org.medianest.local.process.Ending;
import org.medianest.local.process.Programs;
import org.medianest.local.process.Signal;
import org.medianest.local.process.Spawn;
import org.medianest.local.process.Spawner;
import org.medianest.local.testing.FreePorts;

/** The machine's Redis as the container runs it: on what {@code render} writes, save that it listens on another port. */
final class OurRedis implements AutoCloseable {
    static final List<String> SERVICES = List.of("auth", "media", "downloads", "gateway");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Ending ORDERLY = new Ending(Signal.TERM, PATIENCE);

    private final Spawner spawner = new Spawner(Programs.SYSTEM);
    private final Path folder;
    private final Path program;
    private final int port;
    private Child server;

    OurRedis(Path folder) throws IOException {
        this.folder = folder;
        this.program = Machine.program("redis-server");
        this.port = FreePorts.one();
        for (String user : List.of("admin", "auth", "media", "downloads", "gateway", "monitor")) {
            password(user, passwordOf(user));
        }
        server = start();
    }

    void password(String user, String password) throws IOException {
        Files.writeString(folder.resolve("redis_" + user), password + "\n");
    }

    static String passwordOf(String user) {
        return "secret of " + user;
    }

    private Child start() throws IOException {
        Render.run(folder);
        List<String> command = List.of(
                program.toString(),
                folder.resolve("run/redis.conf").toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1");
        Child started = spawner.start(
                new Spawn("redis", List.of(), command, folder, Map.of(), folder.resolve("redis.log"), Signal.KILL));
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .failFast("Redis ended: " + started.lastWords(20), () -> !started.isAlive())
                .until(() -> as("admin").send("PING").equals("PONG"));
        return started;
    }

    /** Without a warning, once what was said has gone into its file, which may take up to two seconds; and starts it again. */
    void killAndRestart() throws IOException {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> as("admin").send("INFO", "persistence").toString().contains("aof_buffer_length:0\r\n"));
        Ending.AT_ONCE.end(server.id());
        server = start();
    }

    /** In order, as the container is; what it runs on is written anew. */
    void restart() throws IOException {
        ORDERLY.end(server.id());
        server = start();
    }

    RedisConsole as(String user) {
        return new RedisConsole(port, user, passwordOf(user));
    }

    int port() {
        return port;
    }

    /** A script of ours, as the services tell it. */
    Object eval(String user, String script, List<String> keys, String... arguments) throws IOException {
        List<String> command =
                new java.util.ArrayList<>(List.of("EVAL", Repository.text(script), Integer.toString(keys.size())));
        command.addAll(keys);
        command.addAll(List.of(arguments));
        return as(user).send(command.toArray(String[]::new));
    }

    @Override
    public void close() throws IOException {
        spawner.close().forEach(child -> Ending.AT_ONCE.end(child.id()));
    }
}

package org.medianest.compose.containers;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.medianest.compose.testing.Commands;
import org.medianest.compose.testing.Commands.Outcome;
import org.medianest.compose.testing.Machine;

/** A Docker engine of the tests' own, in folders of its own: whatever Docker the machine has is left alone. */
final class Engine implements AutoCloseable {
    /** The first that asks more often while a container starts. */
    private static final int WANTED = 25;

    private final Path folder;
    private final Path sockets;
    private final Process daemon;

    private Engine(Path folder, Path sockets, Process daemon) {
        this.folder = folder;
        this.sockets = sockets;
        this.daemon = daemon;
    }

    /** @param folder takes some GiB, and is deleted in the end */
    static Engine start(Path folder) throws IOException, InterruptedException {
        Path dockerd = Machine.program("dockerd");
        String version = Commands.run(Map.of(), dockerd.toString(), "--version").replaceFirst("\\D*(\\d+).*\\s*", "$1");
        if (Integer.parseInt(version) < WANTED) {
            abort("dockerd " + version + " of this machine is too old: ./medianest test --all fetches another");
        }
        if (!System.getProperty("user.name").equals("root")) {
            abort("only root may start an engine");
        }
        Files.createDirectories(folder);
        Path sockets = Files.createTempDirectory("engine"); // the path of a socket must be short
        Path plugins = Machine.program("docker-compose").toRealPath().getParent();
        Files.writeString(sockets.resolve("config.json"), "{\"cliPluginsExtraDirs\": [\"" + plugins + "\"]}");
        Process daemon = new ProcessBuilder(
                        dockerd.toString(),
                        "--host=unix://" + sockets.resolve("docker.sock"),
                        "--exec-root=" + sockets.resolve("exec"),
                        "--pidfile=" + sockets.resolve("pid"),
                        "--data-root=" + folder.resolve("data"),
                        "--bridge=none")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("dockerd.log").toFile())
                .start();
        Engine engine = new Engine(folder, sockets, daemon);
        Awaitility.await("dockerd answers, else see " + folder.resolve("dockerd.log"))
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        !daemon.isAlive() || engine.attempt("docker", "info").code() == 0);
        if (!daemon.isAlive()) {
            abort("no engine runs on this machine: " + lastLine(folder.resolve("dockerd.log")));
        }
        return engine;
    }

    /** What a program needs to speak to this engine. */
    Map<String, String> environment() {
        return Map.of("DOCKER_HOST", "unix://" + sockets.resolve("docker.sock"), "DOCKER_CONFIG", sockets.toString());
    }

    String run(String... command) throws IOException, InterruptedException {
        return Commands.run(environment(), command);
    }

    Outcome attempt(String... command) throws IOException, InterruptedException {
        return Commands.attempt(environment(), command);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        daemon.destroy();
        if (!daemon.waitFor(60, TimeUnit.SECONDS)) {
            daemon.destroyForcibly();
        }
        Commands.run(Map.of(), "rm", "-rf", folder.resolve("data").toString(), sockets.toString());
    }

    private static String lastLine(Path log) throws IOException {
        return Files.readString(log).lines().reduce("", (before, line) -> line);
    }
}

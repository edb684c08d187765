package org.medianest.compose.containers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.medianest.compose.testing.Commands;
import org.medianest.compose.testing.Commands.Outcome;
import org.medianest.compose.testing.Repository;
import org.medianest.local.testing.FreePorts;

/** An installation as an operator has it: the files of a release in a folder, and what ./setup writes beside them. */
final class House {
    /** As compose.test.yaml has it. */
    static final String DOMAIN = "localhost";

    private final Engine engine;
    private final Path compose;
    private final int port = FreePorts.one();
    private final Map<String, String> environment;

    House(Engine engine, Path folder, String version) throws IOException, InterruptedException {
        this.engine = engine;
        this.compose = folder.resolve("deploy/compose");
        Files.createDirectories(compose.getParent());
        for (String part : List.of("deploy/compose", "infrastructure")) {
            Path to = folder.resolve(part);
            Commands.run(
                    Map.of(),
                    "sh",
                    "-euc",
                    "mkdir -p %2$s && cd %1$s && tar --exclude=target --exclude=src --exclude=secrets --exclude=.env -c . | tar -x -C %2$s"
                            .formatted(Repository.file(part), to));
        }
        environment = new HashMap<>(engine.environment());
        environment.put("COMPOSE_FILE", "compose.yaml:compose.test.yaml:loopback.yaml");
        environment.put("COMPOSE_PROJECT_NAME", "nest");
        environment.put("MEDIANEST_IMAGES", Images.NAME);
        environment.put("MEDIANEST_HTTPS_PORT", String.valueOf(port));
        environment.put("MEDIANEST_HOMELAB_PORT", String.valueOf(FreePorts.one()));
        environment.put("MEDIANEST_EDGE_SUBNET", "172.30.83.0/24");
        environment.put("MEDIANEST_UPDATE_PATIENCE", "40");
        Commands.run(
                Map.of("MEDIANEST_DOMAIN", "nest.my-family.net"),
                compose.resolve("setup").toString(),
                "--yes");
        environment.put("MEDIANEST_DOMAIN", DOMAIN);
        Files.writeString(
                compose.resolve("loopback.yaml"),
                "services: {nginx: {ports: !override [\"127.0.0.1:%d:8443\"]}}\n".formatted(port));
        Path settings = compose.resolve(".env");
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replaceAll("(?m)^(COMPOSE_FILE|COMPOSE_PROJECT_NAME|MEDIANEST_IMAGES)=.*\n", "")
                        .replaceAll("(?m)^MEDIANEST_VERSION=.*", "MEDIANEST_VERSION=" + version));
        // What lies outside of this machine is not looked for.
        Files.delete(compose.resolve("doctor"));
    }

    String address() {
        return "https://" + DOMAIN + ":" + port;
    }

    String version() throws IOException {
        return Files.readString(compose.resolve(".env")).replaceFirst("(?s).*MEDIANEST_VERSION=(\\S*).*", "$1");
    }

    /** {@code docker compose …}; fails when it fails. */
    String compose(String... words) throws IOException, InterruptedException {
        Outcome outcome = script(Stream.concat(Stream.of("docker", "compose", "--progress=quiet"), Arrays.stream(words))
                .toArray(String[]::new));
        if (outcome.code() != 0) {
            throw new AssertionError(String.join(" ", words) + "\n" + outcome.output());
        }
        return outcome.output();
    }

    /** What a program says inside of the container of this service, and how it ends. */
    Outcome inside(String service, String... command) throws IOException, InterruptedException {
        return script(Stream.concat(Stream.of("docker", "compose", "exec", "-T", service), Arrays.stream(command))
                .toArray(String[]::new));
    }

    /** One of the scripts, or any program, in the folder of the installation. */
    Outcome script(String... command) throws IOException, InterruptedException {
        return Commands.attempt(
                environment,
                Stream.concat(Stream.of("env", "-C", compose.toString()), Arrays.stream(command))
                        .toArray(String[]::new));
    }

    /** Begins a script, which goes on beside the test. */
    Process begin(String... command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(compose.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** What docker inspect says of the container of a service. */
    String inspect(String service, String format) throws IOException, InterruptedException {
        return engine.run("docker", "inspect", "--format", format, container(service))
                .strip();
    }

    String container(String service) throws IOException, InterruptedException {
        return compose("ps", "--all", "--quiet", service).strip();
    }

    /** Asks nginx by curl, as a browser does that has accepted the certificate; the answer with its head. */
    String ask(String path, String... options) throws IOException, InterruptedException {
        return Commands.attempt(
                        Map.of(),
                        Stream.concat(
                                        Stream.of(
                                                "curl",
                                                "--silent",
                                                "--show-error",
                                                "--insecure",
                                                "--include",
                                                "--max-time",
                                                "20",
                                                "--connect-to",
                                                "::127.0.0.1:" + port),
                                        Stream.concat(Arrays.stream(options), Stream.of(address() + path)))
                                .toArray(String[]::new))
                .output();
    }
}

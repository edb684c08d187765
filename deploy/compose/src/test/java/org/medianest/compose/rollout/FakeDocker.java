package org.medianest.compose.rollout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.medianest.compose.testing.Repository;

/** A folder with the update scripts, and a docker that only notes what it is told. */
final class FakeDocker {
    static final List<String> SERVICES =
            List.of("download-service", "auth-service", "media-request-service", "gateway-service");

    private final Path compose;
    private final Path state;

    FakeDocker(Path folder, String version) throws IOException {
        compose = Files.createDirectories(folder.resolve("compose"));
        state = Files.createDirectories(folder.resolve("state"));
        for (String file : List.of("update", "blue-green", "required-versions")) {
            Files.copy(
                    Repository.file("deploy/compose/" + file),
                    compose.resolve(file),
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.writeString(
                compose.resolve(".env"), "MEDIANEST_DOMAIN=nest.example.org\nMEDIANEST_VERSION=" + version + "\n");
        for (String service : SERVICES) {
            Files.writeString(state.resolve(service), "id-" + service + "-1\n");
        }
        Files.writeString(state.resolve("number"), "2\n");
        Files.writeString(state.resolve("sick"), "");
        Files.createFile(state.resolve("said"));
    }

    /** How a script ended, and what it said. */
    record Run(int code, String output) {}

    Run update(String argument) throws IOException, InterruptedException {
        return run("./update", argument);
    }

    Run blueGreen(String... arguments) throws IOException, InterruptedException {
        return run(
                Stream.concat(Stream.of("./blue-green"), Stream.of(arguments)).toArray(String[]::new));
    }

    private Run run(String... words) throws IOException, InterruptedException {
        Files.writeString(state.resolve("said"), "");
        ProcessBuilder command =
                new ProcessBuilder(words).directory(compose.toFile()).redirectErrorStream(true);
        Map<String, String> environment = command.environment();
        environment.put(
                "PATH", Repository.file("deploy/compose/src/test/resources/rollout") + ":" + environment.get("PATH"));
        environment.put("FAKE_DOCKER", state.toString());
        environment.remove("MEDIANEST_VERSION");
        Process process = command.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    /** What docker was told, each line with the version before it. */
    List<String> said() throws IOException {
        return Files.readAllLines(state.resolve("said"));
    }

    List<String> containers(String service) throws IOException {
        return Files.readAllLines(state.resolve(service));
    }

    String version() throws IOException {
        return Files.readString(compose.resolve(".env")).replaceAll("(?s).*MEDIANEST_VERSION=(\\S+).*", "$1");
    }

    void makeSick(String service, String version) throws IOException {
        Files.writeString(state.resolve("sick"), service + " " + version + "\n");
    }

    void let(String fault) throws IOException {
        Files.createFile(state.resolve(fault));
    }

    void require(String version) throws IOException {
        Files.writeString(compose.resolve("required-versions"), "# why\n" + version + " moves the library\n");
    }

    /** @param code 1 for a warning, 2 for an error */
    void addDoctor(int code) throws IOException {
        add("doctor", "exit " + code);
    }

    /** Whoever looks whether a MediaNest works, and with which outcome; what it looks at is said too. */
    void addSmoke(int code) throws IOException {
        add("smoke", "echo \"smoke ${MEDIANEST_SMOKE_CONNECT:-}\" >>\"$FAKE_DOCKER/said\"\nexit " + code);
    }

    private void add(String script, String deed) throws IOException {
        Path check = compose.resolve(script);
        Files.writeString(check, "#!/bin/sh\n" + deed + "\n");
        if (!check.toFile().setExecutable(true)) {
            throw new IOException(check + " cannot be made executable");
        }
    }
}

package org.medianest.compose.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.medianest.compose.testing.Repository;

/** A copy of deploy/compose without git, as an operator has it; scripts see only the environment that a test gives them. */
final class Installation {
    private static final String SYSTEM = "/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin";

    private final Path folder;
    private final Path programs;
    private final Map<String, String> environment = new TreeMap<>();

    record Answer(int code, String text) {}

    Installation(Path where) throws IOException {
        folder = Files.createDirectories(where.resolve("medianest"));
        programs = Files.createDirectories(where.resolve("programs"));
        try (Stream<Path> files = Files.list(Repository.file("deploy/compose"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (!name.equals(".env")) {
                    Files.copy(file, folder.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        // Whatever Docker this machine has is none of the test's business.
        program("docker", "exit 127");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    String text(String name) throws IOException {
        return Files.readString(file(name));
    }

    Installation with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Puts a program of this name before the system's. */
    Installation program(String name, String script) throws IOException {
        Path program = programs.resolve(name);
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }

    Answer run(String script, String... arguments) throws IOException, InterruptedException {
        return type("", script, arguments);
    }

    /** @param input what the operator types */
    Answer type(String input, String script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(file(script).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", programs + ":" + SYSTEM);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(script + " does not end");
        }
        return new Answer(process.exitValue(), text);
    }
}

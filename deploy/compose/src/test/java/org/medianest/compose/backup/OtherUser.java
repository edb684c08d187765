package org.medianest.compose.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.medianest.compose.testing.Machine;

/** Who PostgreSQL runs as: the user postgres where the tests run as root, which it refuses, and otherwise who runs them. */
final class OtherUser {
    private final boolean root = System.getProperty("user.name").equals("root");

    void take(Path folder) {
        if (root) {
            start(Map.of("PATH", "/usr/bin:/bin"), List.of("chown", "-R", "postgres:", folder.toString()));
        }
    }

    Said run(Map<String, String> environment, List<String> command) {
        List<String> line = new ArrayList<>();
        if (root) {
            line.addAll(List.of(
                    Machine.program("setpriv").toString(),
                    "--reuid=postgres",
                    "--regid=postgres",
                    "--init-groups",
                    "--"));
        }
        line.addAll(command);
        return start(environment, line);
    }

    /** Standard output and error in one file: a server that a command leaves behind must not keep us waiting. */
    private static Said start(Map<String, String> environment, List<String> line) {
        try {
            Path output = Files.createTempFile("medianest-said", ".txt");
            ProcessBuilder builder = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .directory(Path.of("/").toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            int code = builder.start().waitFor();
            String text = Files.readString(output, StandardCharsets.ISO_8859_1);
            Files.delete(output);
            return new Said(code, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

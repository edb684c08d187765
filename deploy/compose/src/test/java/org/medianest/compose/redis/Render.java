package org.medianest.compose.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.medianest.compose.testing.Repository;

/** Runs {@code infrastructure/redis/render}: passwords lie in the folder, what it writes goes to {@code run} and data to {@code data}. */
record Render(int code, String said) {
    static void run(Path folder) throws IOException {
        Render done = attempt(folder);
        assertThat(done.code()).as(done.said()).isZero();
    }

    static Render attempt(Path folder) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        ProcessBuilder builder = new ProcessBuilder(
                        Repository.file("infrastructure/redis/render").toString(),
                        folder.resolve("run").toString())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of("MEDIANEST_REDIS_SECRETS", folder.toString(), "MEDIANEST_REDIS_DATA", data.toString()));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Render(process.onExit().join().exitValue(), said);
    }
}

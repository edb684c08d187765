package org.medianest.compose.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Programs that run and end. */
public final class Commands {
    private Commands() {}

    /** How a program ended, and all that it said. */
    public record Outcome(int code, String output) {}

    public static Outcome attempt(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    public static String run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Outcome outcome = attempt(environment, command);
        if (outcome.code() != 0) {
            throw new AssertionError(String.join(" ", command) + "\n" + outcome.output());
        }
        return outcome.output();
    }
}

package org.medianest.local.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.medianest.local.Main;

/** The launcher as a process of its own, as a person runs it. */
public final class Launcher implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    public Launcher(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        output = process.inputReader();
    }

    /** Reads on until a line holds the text; the end of the output without it is a failure. */
    public String awaitLine(String text) throws IOException {
        for (@Nullable String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.contains(text)) {
                return line;
            }
        }
        throw new AssertionError("No '%s' in:%n%s".formatted(text, String.join("\n", lines)));
    }

    public long pid() {
        return process.pid();
    }

    /** By its handle: the process itself would close what can still be read. */
    public void terminate() {
        process.toHandle().destroy();
    }

    public void kill() {
        process.toHandle().destroyForcibly();
    }

    /** The exit code. What it still said is read before. */
    public int awaitEnd(Duration atMost) throws IOException, InterruptedException {
        output.lines().forEach(lines::add);
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("Still there");
        }
        return process.exitValue();
    }

    public String said() {
        return String.join("\n", lines);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}

package org.medianest.local.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.medianest.local.visit.Json;

/** What was measured, for programs (JSON) and for people (a table). */
public final class Report {
    private final Json.Object json = Json.object();
    private final List<String> rows = new ArrayList<>();
    private final PrintStream out;

    public Report(PrintStream out, Instant now) {
        this.out = out;
        json.put("measuredAt", now.toString());
        json.put(
                "machine",
                Json.object()
                        .put("processors", Runtime.getRuntime().availableProcessors())
                        .put("model", processor())
                        .put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"))
                        .put("java", System.getProperty("java.runtime.version")));
    }

    /** A sentence while the person waits. */
    public void say(String sentence) {
        out.println(sentence);
        out.flush();
    }

    public void add(String name, Json.Value value) {
        json.put(name, value);
    }

    /** @param target what was aimed at, or nothing */
    public void row(String what, String value, String target) {
        rows.add("%-52s %-44s %s".formatted(what, value, target).stripTrailing());
    }

    public void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, json.write() + "\n");
        out.println();
        rows.forEach(out::println);
        out.println();
        out.println("All figures: " + file);
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseGet(() -> System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}

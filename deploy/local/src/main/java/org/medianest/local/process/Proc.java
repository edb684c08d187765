package org.medianest.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What Linux tells about processes under /proc; elsewhere every answer is empty. */
public record Proc(Path root) {
    public static final Proc SYSTEM = new Proc(Path.of("/proc"));

    /** A process as /proc/[pid]/stat shows it. {@code startTicks} counts from the boot and never changes. */
    public record Stat(char state, long parent, long startTicks) {
        static Stat parse(String line) {
            // The name may hold spaces and brackets, so the fields are counted from its last bracket.
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return new Stat(fields[0].charAt(0), Long.parseLong(fields[1]), Long.parseLong(fields[19]));
        }

        boolean isDead() {
            return state == 'Z' || state == 'X';
        }
    }

    public LongStream pids() {
        if (!Files.isDirectory(root)) {
            return LongStream.empty();
        }
        try (Stream<Path> entries = Files.list(root)) {
            List<String> names =
                    entries.map(entry -> entry.getFileName().toString()).toList();
            return names.stream()
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .mapToLong(Long::parseLong);
        } catch (IOException e) {
            return LongStream.empty();
        }
    }

    public Optional<Stat> stat(long pid) {
        return read(pid, "stat").map(Stat::parse);
    }

    /** Changes with every boot, so that a record of an earlier one fits no process of this one. */
    Optional<String> boot() {
        return read(root.resolve("sys/kernel/random/boot_id"))
                .map(id -> id.strip().substring(0, 8));
    }

    public Optional<Path> workingDirectory(long pid) {
        try {
            return Optional.of(Files.readSymbolicLink(root.resolve(pid + "/cwd")));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    public Optional<String> commandLine(long pid) {
        return read(pid, "cmdline").map(line -> line.replace('\0', ' ').strip()).filter(line -> !line.isEmpty());
    }

    public String name(long pid) {
        return read(pid, "comm").map(String::strip).orElse("another program");
    }

    /** Its share of the memory that it uses, in bytes: pages used by several count in parts. */
    public OptionalLong proportionalMemory(long pid) {
        return read(pid, "smaps_rollup").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst();
    }

    private Optional<String> read(long pid, String file) {
        return read(root.resolve(pid + "/" + file));
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

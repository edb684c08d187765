package org.medianest.local.faults;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.medianest.local.process.Programs;

/**
 * The clock of processes, which may be put forward and back while they run: libfaketime stands between them and the system's. Their
 * steady clock is left alone, as a real change of the time leaves it. Not for Java, whose threads then do not wait any more.
 */
record FalseClock(Path file, Optional<Path> library) {

    /** A clock that is right, until it is told otherwise. */
    static FalseClock in(Path folder, String name) throws IOException {
        Optional<Path> library = find();
        if (library.isPresent() && !isBorneBy(name + "-server", library.get())) {
            System.out.println("The clock of " + name + " stays right: this machine's program hangs with libfaketime.");
            library = Optional.empty();
        }
        FalseClock clock = new FalseClock(folder.resolve(name + ".clock"), library);
        clock.jump(Duration.ZERO);
        return clock;
    }

    /** What processes with this clock have in their environment; nothing where there is no libfaketime. */
    Map<String, String> environment() {
        return library.map(found -> Map.of(
                        "LD_PRELOAD",
                        found.toString(),
                        "FAKETIME_TIMESTAMP_FILE",
                        file.toString(),
                        "FAKETIME_CACHE_DURATION",
                        "1",
                        "FAKETIME_DONT_FAKE_MONOTONIC",
                        "1"))
                .orElse(Map.of());
    }

    /** From now on it is wrong by so much. */
    void jump(Duration offset) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, "%+d%n".formatted(offset.toSeconds()));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Debian's Redis is not: its allocator asks for the time before libfaketime is ready, and neither goes on. */
    private static boolean isBorneBy(String program, Path library) throws IOException {
        Optional<Path> found = Programs.SYSTEM.find(program);
        if (found.isEmpty()) {
            return true;
        }
        ProcessBuilder asked = new ProcessBuilder(found.get().toString(), "--version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        asked.environment().put("LD_PRELOAD", library.toString());
        Process process = asked.start();
        try {
            return process.waitFor(3, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    private static Optional<Path> find() throws IOException {
        Path libraries = Path.of("/usr/lib");
        if (!Files.isDirectory(libraries)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> machines = Files.newDirectoryStream(libraries, Files::isDirectory)) {
            for (Path machine : machines) {
                Path library = machine.resolve("faketime/libfaketimeMT.so.1");
                if (Files.exists(library)) {
                    return Optional.of(library);
                }
            }
        }
        return Optional.empty();
    }
}

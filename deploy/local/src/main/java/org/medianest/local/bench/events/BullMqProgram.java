package org.medianest.local.bench.events;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.medianest.local.place.Refusal;
import org.medianest.local.process.Programs;

/** The scripts that use BullMQ, with the packages that their lock file names. */
record BullMqProgram(Path folder, Path node) {

    /** Fetches the packages unless they are there. */
    static BullMqProgram in(Path root, Path log) throws IOException {
        Path folder = root.resolve("infrastructure/event-lab/bullmq");
        if (!isFetched(folder)) {
            fetch(folder, log);
        }
        return new BullMqProgram(folder, find("node"));
    }

    List<String> script(String name) {
        return List.of(node.toString(), name);
    }

    private static boolean isFetched(Path folder) throws IOException {
        // npm writes it last.
        Path done = folder.resolve("node_modules/.package-lock.json");
        return Files.exists(done)
                && Files.getLastModifiedTime(done)
                                .compareTo(Files.getLastModifiedTime(folder.resolve("package-lock.json")))
                        >= 0;
    }

    private static void fetch(Path folder, Path log) throws IOException {
        Process npm = new ProcessBuilder(
                        find("npm").toString(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(log.toFile())
                .start();
        if (npm.onExit().join().exitValue() != 0) {
            throw new Refusal("npm could not fetch BullMQ:\n" + Files.readString(log));
        }
    }

    private static Path find(String program) {
        return Programs.SYSTEM
                .find(program)
                .orElseThrow(() -> new Refusal(program + " is not installed; BullMQ needs it."));
    }
}

package org.medianest.compose.containers;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** {@code ./update} under way. */
final class Update {
    private final Process process;
    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final Thread reader;

    Update(House house, String version) throws IOException {
        process = house.begin("./update", version);
        process.getOutputStream().close();
        BufferedReader output = process.inputReader();
        reader = Thread.ofVirtual().start(() -> output.lines().forEach(said::add));
    }

    /** Whether it has said this line; fails when it ended without. */
    boolean hasSaid(String line) {
        boolean ended = !reader.isAlive();
        if (said.stream().anyMatch(line::equals)) {
            return true;
        }
        if (ended) {
            throw new AssertionError("It ended and has not said \"" + line + "\":\n" + String.join("\n", said));
        }
        return false;
    }

    /** Its exit code. */
    int end() throws InterruptedException {
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("It goes on and on:\n" + String.join("\n", said));
        }
        return process.exitValue();
    }
}

package org.medianest.downloads.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A process that we have started, with all that it has started itself. */
final class Child {
    private static final Duration REAPED = Duration.ofSeconds(5);

    private final Process process;
    private final boolean ownGroup;

    Child(Process process, boolean ownGroup) {
        this.process = process;
        this.ownGroup = ownGroup;
    }

    long pid() {
        return process.pid();
    }

    /** Reads both of its voices until it ends, and gives its exit code. */
    int listen(Consumer<String> out, Consumer<String> err) throws InterruptedException {
        process.onExit().thenRun(this::killLeftovers); // or they would keep its voices open
        Thread errors = Thread.ofVirtual().name("child-stderr").start(() -> Lines.read(process.getErrorStream(), err));
        Lines.read(process.getInputStream(), out);
        int exit = process.waitFor();
        errors.join(REAPED);
        return exit;
    }

    /** What a process said, whole. */
    record Answer(int exit, String out, String err, boolean timedOut) {}

    /** Reads everything up to a limit; stops it when it takes too long. */
    Answer answer(Duration limit, int maxBytes) throws InterruptedException {
        AtomicReference<String> out = new AtomicReference<>("");
        AtomicReference<String> err = new AtomicReference<>("");
        CountDownLatch read = new CountDownLatch(2);
        collect(process.getInputStream(), maxBytes, out, read);
        collect(process.getErrorStream(), maxBytes, err, read);
        boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
            kill();
        }
        killLeftovers();
        boolean whole = read.await(REAPED.toMillis(), TimeUnit.MILLISECONDS);
        return new Answer(ended && whole ? process.exitValue() : -1, out.get(), err.get(), !ended);
    }

    private static void collect(InputStream from, int maxBytes, AtomicReference<String> to, CountDownLatch done) {
        Thread.ofVirtual().name("child-reader").start(() -> {
            try (from) {
                ByteArrayOutputStream kept = new ByteArrayOutputStream();
                byte[] buffer = new byte[16_384];
                for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
                    kept.write(buffer, 0, Math.min(length, maxBytes - kept.size())); // the rest is read and dropped
                }
                to.set(kept.toString(StandardCharsets.UTF_8));
            } catch (IOException killed) {
                // what it said is of no use then
            } finally {
                done.countDown();
            }
        });
    }

    /** Asks it to stop, and no longer asks after a while. */
    void stop(Duration patience) {
        signal("TERM");
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException hurry) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    void kill() {
        signal("KILL");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** A leader that ended may have left an ffmpeg behind. Its group bears its number as long as one of them lives. */
    private void killLeftovers() {
        if (ownGroup) {
            ProcessGroups.signal("KILL", pid());
        }
    }

    private void signal(String name) {
        if (ownGroup) {
            ProcessGroups.signal(name, pid());
        } else {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
        }
        if (name.equals("KILL")) {
            process.destroyForcibly();
        } else {
            process.destroy();
        }
    }
}

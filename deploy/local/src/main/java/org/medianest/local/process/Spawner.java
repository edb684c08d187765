package org.medianest.local.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts children, each in a session of its own (a Ctrl-C in the terminal reaches the launcher only, which then stops
 * them in order) and with the kernel's promise to end it when the launcher dies.
 *
 * <p>The kernel keeps that promise when the <em>thread</em> that started the child ends, hence the one thread that
 * lives as long as the launcher.
 */
public final class Spawner {
    private final Optional<Path> setsid;
    private final Optional<Path> setpriv;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("spawner").factory());
    private final List<Child> children = new ArrayList<>();
    private boolean closed;

    public Spawner(Programs programs) {
        boolean linux = Proc.SYSTEM.boot().isPresent();
        setsid = programs.find("setsid").filter(found -> linux);
        setpriv = programs.find("setpriv").filter(found -> linux);
    }

    public Child start(Spawn spawn) throws IOException {
        return inThread(() -> startHere(spawn));
    }

    /** Starts a helper and waits for its exit code. */
    public int run(Spawn spawn) throws IOException {
        return start(spawn).onExit().join();
    }

    /** Once this returns no further child comes to life; those that live are the answer. */
    public List<Child> close() throws IOException {
        return inThread(() -> {
            closed = true;
            return children.stream().filter(Child::isAlive).toList();
        });
    }

    private <T> T inThread(Callable<T> work) throws IOException {
        try {
            return thread.submit(work).get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private Child startHere(Spawn spawn) throws IOException {
        if (closed) {
            throw new CancellationException("stopping");
        }
        ProcessBuilder builder = new ProcessBuilder(commandLine(spawn))
                .directory(spawn.directory().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(spawn.log().toFile()));
        builder.environment().clear();
        builder.environment().putAll(spawn.environment());
        LogFile log = new LogFile(spawn.log());
        long logStart = log.end();
        Process process = builder.start();
        ProcessId id = ProcessId.of(process.pid()).orElseGet(() -> new ProcessId(process.pid(), "gone"));
        Child child = new Child(spawn.name(), id, process, log, logStart);
        children.removeIf(known -> !known.isAlive());
        children.add(child);
        return child;
    }

    private List<String> commandLine(Spawn spawn) {
        List<String> line = new ArrayList<>();
        setsid.ifPresent(program -> line.add(program.toString()));
        line.addAll(spawn.asUser());
        // After the change of user: that change would make the kernel forget the promise.
        setpriv.ifPresent(program -> line.addAll(
                List.of(program.toString(), "--pdeathsig", spawn.onOrphaned().name(), "--")));
        line.addAll(spawn.command());
        return line;
    }
}

package org.medianest.downloads.worker;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Starts processes, each as the leader of a session of its own, so that it can be stopped with all that it starts.
 *
 * <p>The kernel kills them when we die. It does so when the <em>thread</em> that started them ends, so they are all started by one
 * thread that lives as long as we do: never by a pool or a virtual thread.
 */
@ApplicationScoped
class Children {
    /** In the environment of every process that we start: by it a successor finds what we left behind. */
    static final String MARKER = "MEDIANEST_WORKER";

    private final ExecutorService spawner = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("spawner").factory());
    private final Programs programs = Programs.ofThisProcess();
    private final Optional<Path> setpriv = programs.find("setpriv");
    private final Optional<Path> setsid = programs.find("setsid");
    private final Optional<Path> nice = programs.find("nice");
    private final Optional<Path> prlimit = programs.find("prlimit");

    /**
     * @param folder where it runs, and its home
     * @param largestFile that it may write, in bytes
     */
    record Order(List<String> command, Path folder, String marker, long largestFile) {}

    Child start(Order order) throws IOException {
        Future<Process> started = spawner.submit(() -> builder(order).start());
        try {
            return new Child(started.get(), setsid.isPresent());
        } catch (ExecutionException failed) {
            throw new IOException("cannot start " + order.command().getFirst(), failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    private ProcessBuilder builder(Order order) {
        ProcessBuilder builder = new ProcessBuilder(line(order))
                .directory(order.folder().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", programs.searchPath());
        environment.put("HOME", order.folder().toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put(MARKER, order.marker());
        return builder;
    }

    private List<String> line(Order order) {
        List<String> line = new ArrayList<>();
        setpriv.ifPresent(program -> line.addAll(List.of(program.toString(), "--pdeathsig", "KILL")));
        setsid.ifPresent(program -> line.add(program.toString()));
        nice.ifPresent(program -> line.addAll(List.of(program.toString(), "-n", "10")));
        prlimit.ifPresent(program -> line.addAll(List.of(program.toString(), "--fsize=" + order.largestFile())));
        line.addAll(order.command());
        return line;
    }
}

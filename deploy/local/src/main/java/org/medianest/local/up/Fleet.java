package org.medianest.local.up;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.medianest.local.place.Part;
import org.medianest.local.process.Child;
import org.medianest.local.process.Ending;
import org.medianest.local.process.PidRecords;
import org.medianest.local.process.Program;
import org.medianest.local.process.Signal;
import org.medianest.local.process.Spawner;

/** All processes: started in parallel where they may, kept alive, ended in order. */
final class Fleet {
    /** What is ended together; a later group is still there while an earlier one finishes its work. */
    private static final List<List<Part>> ORDER_OF_ENDING = List.of(
            List.of(Part.GATEWAY), List.of(Part.AUTH, Part.MEDIA, Part.DOWNLOADS), List.of(Part.REDIS, Part.POSTGRES));

    /** Of what is no program of ours: the runs that bring tables up to date, which must not be cut off in the middle. */
    private static final Ending OF_A_RUN = new Ending(Signal.TERM, Duration.ofSeconds(10));

    private final Starter starter;
    private final Spawner spawner;
    private final PidRecords records;
    private final Progress progress;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Part, Program> programs = new ConcurrentHashMap<>();
    private volatile boolean ending;

    Fleet(Starter starter, Spawner spawner, PidRecords records, Progress progress) {
        this.progress = progress;
        this.starter = starter;
        this.spawner = spawner;
        this.records = records;
    }

    /** Returns when all of them are ready; the first that fails is the answer for all. */
    void start(List<? extends Program> together) throws IOException {
        ExecutorCompletionService<Child> starts = new ExecutorCompletionService<>(threads);
        for (Program program : together) {
            programs.put(program.part(), program);
            starts.submit(() -> startAndKeep(program));
        }
        for (int i = 0; i < together.size(); i++) {
            try {
                starts.take().get();
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
    }

    private Child startAndKeep(Program program) throws IOException {
        Child child = starter.start(program);
        threads.execute(() -> new Keeper(program, starter, () -> ending).keep(child));
        return child;
    }

    /** Whether every process went by itself when asked to. */
    boolean end() throws IOException {
        ending = true;
        List<Child> living = spawner.close();
        if (living.isEmpty()) {
            return true;
        }
        progress.stopping();
        boolean orderly = true;
        for (List<Part> group : ORDER_OF_ENDING) {
            orderly &= endTogether(living.stream()
                    .filter(child ->
                            Part.named(child.name()).filter(group::contains).isPresent())
                    .toList());
        }
        orderly &= endTogether(living.stream().filter(Child::isAlive).toList());
        progress.say(orderly ? "Stopped." : "Stopped, but not everything went by itself: the logs say more.");
        return orderly;
    }

    private boolean endTogether(List<Child> children) throws IOException {
        List<java.util.concurrent.Future<Ending.Outcome>> outcomes = new ArrayList<>();
        for (Child child : children) {
            outcomes.add(threads.submit(() -> endingOf(child).end(child.id())));
        }
        boolean orderly = true;
        for (var outcome : outcomes) {
            try {
                orderly &= outcome.get() == Ending.Outcome.WENT;
            } catch (ExecutionException e) {
                orderly = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        for (Child child : children) {
            records.remove(child.name());
        }
        return orderly;
    }

    private Ending endingOf(Child child) {
        return Part.named(child.name()).map(programs::get).map(Program::ending).orElse(OF_A_RUN);
    }
}

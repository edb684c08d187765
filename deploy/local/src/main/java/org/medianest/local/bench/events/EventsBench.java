package org.medianest.local.bench.events;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.medianest.local.bench.Report;
import org.medianest.local.bench.events.BullMq.Kept;
import org.medianest.local.lab.EventLab;
import org.medianest.local.place.Folders;
import org.medianest.local.place.Layout;

/** How fast events are heard, and how many, on servers of their own that are gone afterwards. */
public record EventsBench(Layout layout, Path java) {

    /** @param minutes how long to watch the memory; 0 leaves it out */
    public int run(int rounds, int minutes, Optional<Path> out, PrintStream print) throws IOException {
        Report report = new Report(print, Instant.now());
        Path folder = layout.data().resolve("bench-events");
        Folders.remove(folder);
        Files.createDirectories(folder);
        try (EventLab lab =
                new EventLab(new Layout(layout.root(), folder.resolve("data")), java, EventLab.Surroundings.USUAL)) {
            // Ctrl-C must leave nothing behind either.
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(lab, folder)));
            measure(lab, folder, rounds, minutes, report);
        } finally {
            Folders.remove(folder);
        }
        report.write(out.orElse(layout.root().resolve("target/bench-events.json")));
        return 0;
    }

    private void measure(EventLab lab, Path folder, int rounds, int minutes, Report report) throws IOException {
        report.say("Postgres, Redis, tables, and the packages of BullMQ");
        lab.postgres().start();
        lab.redis().start();
        lab.migrate(List.of(OurEvents.TALKER, OurEvents.LISTENER));
        BullMqProgram program = BullMqProgram.in(layout.root(), folder.resolve("npm.log"));
        try (Connection connection = lab.connect()) {
            Tables tables = new Tables(connection);
            tables.createBullMq();
            OurEvents ours = new OurEvents(lab, tables, folder);
            Side redisOnly = new BullMq(lab, tables, program, folder, Kept.NOTHING, Consumers.CONCURRENCY);
            Side withRows = new BullMq(lab, tables, program, folder, Kept.ROWS, Consumers.CONCURRENCY);
            Side inOneProcess = new BullMq(lab, tables, program, folder, Kept.OUTBOX, Consumers.CONCURRENCY);
            Side inProcesses = new BullMq(lab, tables, program, folder, Kept.OUTBOX, Consumers.PROCESSES);
            if (rounds > 0) {
                new Race(ours, inProcesses, inOneProcess, List.of(withRows, redisOnly), rounds).run(report);
            }
            if (minutes > 0) {
                new Endurance(lab, tables, ours, minutes).run(report);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static void end(EventLab lab, Path folder) {
        try {
            lab.close();
            Folders.remove(folder);
        } catch (IOException | RuntimeException e) {
            System.err.println("Stopping failed: " + e);
        }
    }
}

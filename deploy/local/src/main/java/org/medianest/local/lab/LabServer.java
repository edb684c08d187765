package org.medianest.local.lab;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.medianest.local.process.Child;
import org.medianest.local.process.Ending;
import org.medianest.local.process.PidRecords;
import org.medianest.local.process.Program;
import org.medianest.local.process.Spawner;
import org.medianest.local.up.Progress;
import org.medianest.local.up.Starter;

/** Postgres or Redis as a process that can be killed and started again on its data. */
public final class LabServer {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Program program;
    private final Starter starter;
    private @Nullable Child child;

    LabServer(Program program, Spawner spawner, PidRecords records) {
        this.program = program;
        Progress silent = Progress.onTerminal(false, new PrintStream(OutputStream.nullOutputStream()));
        this.starter = new Starter(spawner, records, silent, InstantSource.system(), PATIENCE);
    }

    /** Returns when it is ready. */
    public synchronized void start() throws IOException {
        child = starter.start(program);
    }

    /** Without a warning, as a lack of memory or power would. */
    public synchronized void kill() {
        if (child != null) {
            Ending.AT_ONCE.end(child.id());
        }
    }
}

package org.medianest.local.testing;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.medianest.local.place.Layout;
import org.medianest.local.process.Child;
import org.medianest.local.process.PidRecords;
import org.medianest.local.process.Program;
import org.medianest.local.process.Spawner;
import org.medianest.local.up.Progress;
import org.medianest.local.up.Starter;

/** Starts one program as {@code up} does, without a word. */
public final class QuietStart {
    private QuietStart() {}

    public static Child of(Program program, Spawner spawner, Layout layout, InstantSource clock) throws IOException {
        Progress silent = Progress.onTerminal(false, new java.io.PrintStream(java.io.OutputStream.nullOutputStream()));
        return new Starter(spawner, new PidRecords(layout.run()), silent, clock, Duration.ofSeconds(60)).start(program);
    }
}

package org.medianest.local.up;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.medianest.local.process.Child;
import org.medianest.local.process.LogFile;
import org.medianest.local.process.Pause;
import org.medianest.local.process.PidRecords;
import org.medianest.local.process.Program;
import org.medianest.local.process.Spawn;
import org.medianest.local.process.Spawner;

/** Brings one program from nothing to ready, or ends what came of it. */
public record Starter(Spawner spawner, PidRecords records, Progress progress, InstantSource clock, Duration patience) {
    static final int LOG_LINES = 12;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    public Child start(Program program) throws IOException {
        Instant begin = clock.instant();
        progress.starting(program.part());
        Spawn spawn = prepared(program);
        Child child = spawner.start(spawn);
        try {
            records.write(child.name(), child.id());
            awaitReady(program, child, begin.plus(patience));
            program.complete();
        } catch (IOException | RuntimeException e) {
            program.ending().end(child.id());
            progress.failed(program.part());
            throw e;
        }
        progress.ready(program.part(), Duration.between(begin, clock.instant()));
        return child;
    }

    private Spawn prepared(Program program) throws IOException {
        try {
            program.prepare(spawner);
            Spawn spawn = program.spawn();
            new LogFile(spawn.log()).rotate();
            return spawn;
        } catch (IOException | RuntimeException e) {
            progress.failed(program.part());
            throw e;
        }
    }

    private void awaitReady(Program program, Child child, Instant deadline) {
        while (!program.isReady()) {
            if (!child.isAlive()) {
                String what = "ended with code %d instead of starting"
                        .formatted(child.process().exitValue());
                throw new StartFailure(program.part(), what, child.lastWords(LOG_LINES));
            }
            if (clock.instant().isAfter(deadline)) {
                String what = "was not ready within %d seconds".formatted(patience.toSeconds());
                throw new StartFailure(program.part(), what, child.lastWords(LOG_LINES));
            }
            Pause.of(LOOK_AGAIN);
        }
    }
}

package org.medianest.local.up;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.medianest.local.place.Refusal;
import org.medianest.local.process.BackOff;
import org.medianest.local.process.Child;
import org.medianest.local.process.Pause;
import org.medianest.local.process.Program;

/** Watches one running process, and starts it again when it dies. */
record Keeper(Program program, Starter starter, BooleanSupplier ending) {

    void keep(Child first) {
        BackOff backOff = BackOff.fresh();
        String death = awaitDeath(first);
        while (!ending.getAsBoolean()) {
            backOff = backOff.diedAt(starter.clock().instant());
            Optional<Duration> delay = backOff.delay();
            starter.progress().say(death + "\n" + next(delay));
            if (delay.isEmpty()) {
                return;
            }
            try {
                Pause.of(delay.get());
                death = awaitDeath(starter.start(program));
            } catch (StartFailure | Refusal | IOException e) {
                death = String.valueOf(e.getMessage());
            } catch (CancellationException e) {
                return;
            }
        }
    }

    private String awaitDeath(Child child) {
        int code = child.onExit().join();
        List<String> lastWords = child.lastWords(Starter.LOG_LINES);
        return "%s died with code %d%s".formatted(program.part().title(), code, StartFailure.quote(lastWords));
    }

    private static String next(Optional<Duration> delay) {
        return delay.map(time -> "It is started again in %d s.".formatted(time.toSeconds()))
                .orElse("That was too often within a minute: it stays down until the next ./medianest up.");
    }
}

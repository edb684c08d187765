package org.medianest.media.browse;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;
import org.medianest.commons.concurrent.CallerContext;

/** So many at once, the others one after the other: each holds a whole picture in memory. */
final class Turns {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int free;

    Turns(int atOnce) {
        this.free = atOnce;
    }

    <T> Uni<T> take(Supplier<Uni<T>> work) {
        return turn().chain(work::get).onTermination().invoke(this::next);
    }

    private Uni<Void> turn() {
        return Uni.createFrom().deferred(() -> {
            var caller = CallerContext.executor();
            return Uni.createFrom()
                    .<Void>emitter(emitter -> begin(() -> emitter.complete(null)))
                    .emitOn(caller);
        });
    }

    private void begin(Runnable turn) {
        synchronized (this) {
            if (free == 0) {
                waiting.add(turn);
                return;
            }
            free--;
        }
        turn.run();
    }

    private void next() {
        Runnable turn;
        synchronized (this) {
            turn = waiting.poll();
            if (turn == null) {
                free++;
            }
        }
        if (turn != null) {
            turn.run();
        }
    }
}

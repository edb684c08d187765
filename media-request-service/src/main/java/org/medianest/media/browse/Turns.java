package org.medianest.media.browse;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.medianest.commons.concurrent.CallerContext;

/** So many at once, the others one after the other: each holds a whole picture in memory. */
final class Turns {
    private final Queue<Turn> waiting = new ArrayDeque<>();
    private int free;

    Turns(int atOnce) {
        this.free = atOnce;
    }

    /** Who gives up before their turn has come passes none on. */
    <T> Uni<T> take(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Turn turn = new Turn();
            return comes(turn).chain(work::get).onTermination().invoke(() -> end(turn));
        });
    }

    private Uni<Void> comes(Turn turn) {
        Executor caller = CallerContext.executor();
        return Uni.createFrom()
                .<Void>emitter(emitter -> begin(turn, () -> emitter.complete(null)))
                .emitOn(caller);
    }

    private void begin(Turn turn, Runnable go) {
        synchronized (this) {
            if (turn.isOver) {
                return;
            }
            turn.go = go;
            if (free == 0) {
                waiting.add(turn);
                return;
            }
            free--;
            turn.isTaken = true;
        }
        go.run();
    }

    private void end(Turn turn) {
        Turn next;
        synchronized (this) {
            turn.isOver = true;
            waiting.remove(turn);
            if (!turn.isTaken) {
                return;
            }
            next = waiting.poll();
            if (next == null) {
                free++;
                return;
            }
            next.isTaken = true;
        }
        next.go.run();
    }

    /** One that waits, has its turn, or is over. Guarded by the monitor of all turns. */
    private static final class Turn {
        private Runnable go = () -> {};
        private boolean isTaken;
        private boolean isOver;
    }
}

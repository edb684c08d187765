package org.medianest.homelab.seerr;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import java.util.function.Function;
import org.medianest.homelab.system.SystemName;

/**
 * Asks the arrs for what they download. One sync comes after the other, so that no answer overtakes a newer one, and a clock that jumps
 * over hundreds of them leaves no heap of calls behind. Thread safe.
 */
final class DownloadSync {
    private final Function<SystemName, Future<JsonArray>> queue;
    private final Downloads downloads;
    private boolean running;
    private boolean due;
    private int life;

    DownloadSync(Function<SystemName, Future<JsonArray>> queue, Downloads downloads) {
        this.queue = queue;
        this.downloads = downloads;
    }

    /** Begins one, or has one begin after that which is under way. */
    synchronized void due() {
        if (running) {
            due = true;
            return;
        }
        running = true;
        int begunIn = life;
        Future.join(look(SystemName.RADARR, begunIn), look(SystemName.SONARR, begunIn))
                .onComplete(done -> ended(begunIn));
    }

    /** What was asked before is of no interest any more. */
    synchronized void reset() {
        life++;
        running = false;
        due = false;
        downloads.reset();
    }

    private Future<JsonArray> look(SystemName arr, int begunIn) {
        return queue.apply(arr).onSuccess(records -> saw(arr, records, begunIn));
    }

    private synchronized void saw(SystemName arr, JsonArray records, int begunIn) {
        if (begunIn == life) {
            downloads.saw(arr, records);
        }
    }

    private synchronized void ended(int begunIn) {
        if (begunIn != life) {
            return;
        }
        running = false;
        if (due) {
            due = false;
            due();
        }
    }
}

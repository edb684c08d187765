package org.medianest.local.bench.events;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.medianest.local.lab.Station;

/** Several at once. */
final class Stations {
    private Stations() {}

    /** Each may take a second or two to write down what it measured. */
    static void stop(List<Station> stations) {
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            stations.forEach(station -> all.execute(station::stop));
        }
    }
}

package org.medianest.homelab.plex;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.medianest.homelab.world.Section;
import org.medianest.homelab.world.World;

/** Scans take their time: what they find is there some seconds later. */
final class Scans {
    private static final Duration TIME = Duration.ofSeconds(4);

    private final World world;
    private final Map<Integer, Integer> running = new ConcurrentHashMap<>();

    Scans(World world) {
        this.world = world;
    }

    void start(Section section, String folder) {
        running.merge(section.key(), 1, Integer::sum);
        world.clock().after(TIME, () -> {
            if (isRunning(section)) {
                running.merge(section.key(), -1, Integer::sum);
                world.library().scan(folder);
            }
        });
    }

    boolean isRunning(Section section) {
        return running.getOrDefault(section.key(), 0) > 0;
    }

    void cancel(Section section) {
        running.remove(section.key());
    }

    void reset() {
        running.clear();
    }
}

package org.medianest.homelab.plex;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.medianest.homelab.world.Library;
import org.medianest.homelab.world.MediaFile;
import org.medianest.homelab.world.Section;
import org.medianest.homelab.world.World;
import org.medianest.homelab.world.WorldEvent;

/**
 * Scans take their time: what they find is there some seconds later. The server watches its films and series itself, so that what Radarr and
 * Sonarr put there is found without a word; the downloads it scans only when it is asked to.
 */
final class Scans {
    private static final Duration TIME = Duration.ofSeconds(4);

    private static final Duration NOTICED_AFTER = Duration.ofSeconds(15);

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T04:00:00Z");

    private final World world;
    private final Map<Integer, Instant> last = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> running = new ConcurrentHashMap<>();

    Scans(World world) {
        this.world = world;
        world.listen(this::notice);
    }

    private void notice(WorldEvent event) {
        switch (event) {
            case WorldEvent.FilePut(MediaFile file) -> notice(file);
            case WorldEvent.FileRemoved(MediaFile file) -> notice(file);
            default -> {}
        }
    }

    private void notice(MediaFile file) {
        for (Section section : List.of(Library.MOVIES, Library.SHOWS)) {
            if (section.holds(file.path())) {
                String folder = file.path().substring(0, file.path().lastIndexOf('/'));
                world.clock().after(NOTICED_AFTER, () -> start(section, folder));
            }
        }
    }

    void start(Section section, String folder) {
        running.merge(section.key(), 1, Integer::sum);
        world.clock().after(TIME, () -> {
            if (isRunning(section)) {
                running.merge(section.key(), -1, Integer::sum);
                world.library().scan(folder);
                last.put(section.key(), world.clock().now());
            }
        });
    }

    boolean isRunning(Section section) {
        return running.getOrDefault(section.key(), 0) > 0;
    }

    Instant last(Section section) {
        return last.getOrDefault(section.key(), LONG_AGO);
    }

    void cancel(Section section) {
        running.remove(section.key());
    }

    void reset() {
        running.clear();
        last.clear();
    }
}

package org.medianest.homelab.seerr;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.medianest.homelab.catalogue.Season;
import org.medianest.homelab.catalogue.Series;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.world.ItemType;
import org.medianest.homelab.world.Library;
import org.medianest.homelab.world.MediaFile;
import org.medianest.homelab.world.World;

/** Seerr's look at what Plex shows. Not thread safe: {@link Seerr} has the lock. */
final class Scan {
    private final World world;
    private final State state;
    private final Requests requests;

    Scan(World world, State state, Requests requests) {
        this.world = world;
        this.state = state;
        this.requests = requests;
    }

    /** What Plex had before Seerr came. */
    void all() {
        world.library().items().stream()
                .flatMap(item -> item.title().stream())
                .distinct()
                .forEach(this::appeared);
    }

    void appeared(TitleKey key) {
        Instant now = world.clock().now();
        world.catalogue().find(key).ifPresent(title -> {
            Media media = mediaOf(title, now);
            if (title instanceof Series series) {
                seasons(series, world.library()).forEach(media::season);
                media.sumUp(now);
            } else {
                media.status(MediaStatus.AVAILABLE, now);
            }
            requests.settle(media, now);
        });
    }

    void vanished(TitleKey key) {
        Instant now = world.clock().now();
        world.catalogue().find(key).ifPresent(title -> {
            Media media = mediaOf(title, now);
            media.status(MediaStatus.DELETED, now);
            media.seasons().replaceAll((number, status) -> MediaStatus.DELETED);
        });
    }

    private Media mediaOf(Title title, Instant now) {
        return state.mediaOf(title, MediaStatus.UNKNOWN, now);
    }

    /** A season is available when it has as many episodes as the catalogue says. */
    private static Map<Integer, MediaStatus> seasons(Series series, Library library) {
        Map<Integer, Long> there = library.items().stream()
                .filter(item -> item.type() == ItemType.EPISODE
                        && item.title().filter(series.key()::equals).isPresent())
                .flatMap(item -> item.file().stream())
                .collect(Collectors.groupingBy(MediaFile::season, Collectors.counting()));
        Map<Integer, MediaStatus> seasons = new TreeMap<>();
        for (Season season : series.seasons()) {
            long count = there.getOrDefault(season.number(), 0L);
            if (count > 0) {
                seasons.put(
                        season.number(),
                        count >= season.episodes().size() ? MediaStatus.AVAILABLE : MediaStatus.PARTIALLY_AVAILABLE);
            }
        }
        return seasons;
    }
}

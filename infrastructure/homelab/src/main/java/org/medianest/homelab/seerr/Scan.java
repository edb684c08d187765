package org.medianest.homelab.seerr;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.medianest.homelab.catalogue.Season;
import org.medianest.homelab.catalogue.Series;
import org.medianest.homelab.world.ItemType;
import org.medianest.homelab.world.Library;
import org.medianest.homelab.world.MediaFile;

/** What Plex shows of a series. A season is available when it has as many episodes as the catalogue says. */
final class Scan {
    private Scan() {}

    static Map<Integer, MediaStatus> seasons(Series series, Library library) {
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

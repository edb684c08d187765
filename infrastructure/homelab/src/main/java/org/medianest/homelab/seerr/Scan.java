package org.medianest.homelab.seerr;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.medianest.homelab.catalogue.Season;
import org.medianest.homelab.catalogue.Series;
import org.medianest.homelab.world.Files;
import org.medianest.homelab.world.MediaFile;

/** What there is of a series. A season is available when it has as many episodes as the catalogue says. */
final class Scan {
    private Scan() {}

    static Map<Integer, MediaStatus> seasons(Series series, Files files) {
        Map<Integer, Long> there = files.under("/").stream()
                .filter(file -> file.title().filter(series.key()::equals).isPresent())
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

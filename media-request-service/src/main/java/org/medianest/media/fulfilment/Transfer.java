package org.medianest.media.fulfilment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list of downloads. A season pack has a line an episode, each with the size of the whole.
 *
 * @param download what is fetched; the same in all lines of a pack
 * @param left of the size, in bytes
 */
public record Transfer(
        String download, long size, long left, @Nullable Long etaSeconds) {

    /** How far all of them are together, each download counted once. */
    public static Stage.Downloading progressOf(Collection<Transfer> lines) {
        Map<String, Transfer> downloads = new LinkedHashMap<>();
        lines.forEach(line -> downloads.putIfAbsent(line.download(), line));
        long size = downloads.values().stream().mapToLong(Transfer::size).sum();
        long left = downloads.values().stream().mapToLong(Transfer::left).sum();
        return new Stage.Downloading(percent(size, left), eta(downloads.values()));
    }

    /** With one decimal, so that news are news. */
    private static double percent(long size, long left) {
        return size == 0 ? 0 : Math.clamp(Math.round((size - left) * 1000.0 / size) / 10.0, 0, 100);
    }

    /** All of it is there when the last of it is. */
    private static @Nullable Long eta(Collection<Transfer> downloads) {
        return downloads.stream()
                .map(Transfer::etaSeconds)
                .filter(Objects::nonNull)
                .max(Long::compare)
                .orElse(null);
    }
}

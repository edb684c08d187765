package org.medianest.homelab.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The videos in a folder of this machine. */
final class RealFolder {
    private static final Set<String> VIDEOS = Set.of("mp4", "mkv", "webm", "avi", "mov", "m4v");

    private RealFolder() {}

    static List<MediaFile> videos(String path, Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(RealFolder::isVideo)
                    .flatMap(file -> describe(path, folder, file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isVideo(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return VIDEOS.contains(name.substring(name.lastIndexOf('.') + 1)) && Files.isRegularFile(file);
    }

    /** Nothing for one that went away just now. */
    private static Optional<MediaFile> describe(String path, Path folder, Path file) {
        try {
            return Optional.of(new MediaFile(
                    path + "/" + folder.relativize(file),
                    Optional.empty(),
                    0,
                    0,
                    Files.size(file),
                    Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}

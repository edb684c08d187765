package org.medianest.downloads.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.downloads.job.Assignment;
import org.medianest.downloads.library.Folders;
import org.medianest.downloads.library.Picture;

/** The folder in which one attempt works. */
record Staging(Folders folders, Assignment job) {
    private static final String INFO = Folders.MEDIA + ".info.json";
    private static final String PICTURE = Folders.MEDIA + ".jpg";

    Path folder() {
        return folders.staging(job.job(), job.lease().attempt());
    }

    /**
     * Makes the folder: with what a former attempt has left, if nobody can be writing to it any more, else empty. A former worker
     * that is still alive somewhere finds its folder gone and cannot open a file of ours by name.
     */
    Path prepare() throws IOException {
        Path all = folders.staging(job.job());
        Path mine = folder();
        Files.createDirectories(all);
        Integer former = job.partialOf();
        if (former != null && Files.isDirectory(all.resolve(former.toString()), LinkOption.NOFOLLOW_LINKS)) {
            Files.move(all.resolve(former.toString()), mine, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.createDirectories(mine);
        try (var others = Files.list(all)) {
            others.filter(other -> !other.equals(mine)).toList().forEach(Folders::delete);
        }
        return mine;
    }

    /** What a look at the link has left, as long as the links in it can be expected to work. */
    Optional<Path> infoJson(Duration life, Clock clock) {
        UUID probe = job.probeId();
        if (probe == null || job.failures() > 0) {
            return Optional.empty();
        }
        Path info = folders.probe(probe).resolve(INFO);
        try {
            return Files.getLastModifiedTime(info, LinkOption.NOFOLLOW_LINKS)
                            .toInstant()
                            .isAfter(clock.instant().minus(life))
                    ? Optional.of(info)
                    : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    Optional<Path> picture() {
        return Optional.of(folder().resolve(PICTURE)).filter(Picture::isJpeg);
    }

    /** The file that yt-dlp names, if it is a file and in our folder, links followed. */
    Optional<Path> file(@Nullable String named) {
        try {
            Path file = Path.of(String.valueOf(named));
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                            && file.toRealPath().startsWith(folder().toRealPath())
                    ? Optional.of(file)
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException absent) {
            return Optional.empty();
        }
    }

    void clear() {
        Folders.delete(folders.staging(job.job()));
    }
}

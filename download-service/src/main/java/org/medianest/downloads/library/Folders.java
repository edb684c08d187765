package org.medianest.downloads.library;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where what lies on the media volume. All below one root, so that a finished file reaches its place by a rename. */
@ApplicationScoped
public class Folders {
    /** What a file is named while it is being fetched, whatever its title. */
    public static final String MEDIA = "media";

    private final Path root;

    public Folders(LibraryConfig config) {
        this.root = config.library().toAbsolutePath().normalize();
    }

    public Path root() {
        return root;
    }

    public Path staging() {
        return root.resolve(".staging");
    }

    /** All unfinished files of a job. */
    public Path staging(UUID job) {
        return staging().resolve(job.toString());
    }

    /** The unfinished files of one attempt. A worker that lost its job keeps writing here, away from its successor. */
    public Path staging(UUID job, int attempt) {
        return staging(job).resolve(String.valueOf(attempt));
    }

    /** What was learned of a link before it was asked for. */
    public Path probe(UUID probe) {
        return staging().resolve("probes").resolve(probe.toString());
    }

    public Path probes() {
        return staging().resolve("probes");
    }

    public Path locks() {
        return staging().resolve("locks");
    }

    /** The picture of a download, whatever state it is in. */
    public Path thumbnail(UUID job) {
        return thumbnails().resolve(job + ".jpg");
    }

    Path thumbnails() {
        return root.resolve(".thumbnails");
    }

    /** The file that a row names, relative to the library with forward slashes. */
    public Path file(String relative) {
        Path file = root.resolve(relative).normalize();
        if (!file.startsWith(root) || file.equals(root)) {
            throw new IllegalArgumentException("outside the library");
        }
        return file;
    }

    /** The jobs that have something in staging. */
    public List<UUID> staged() {
        return uuidsIn(staging());
    }

    /** The probes that have something in staging. */
    public List<UUID> probed() {
        return uuidsIn(probes());
    }

    private static List<UUID> uuidsIn(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                    .map(UUID::fromString)
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Removes a folder with all that is in it; what is not there is no mistake. Links are removed, not followed. */
    public static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) throws IOException {
                    if (gone instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw gone;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path left, @Nullable IOException broken) throws IOException {
                    Files.deleteIfExists(left);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

package org.medianest.downloads.library;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Puts finished files into the library, finds them there, and takes them out again. */
@ApplicationScoped
public class Shelf {
    private static final Logger LOG = Logger.getLogger(Shelf.class);

    private final Folders folders;

    Shelf(Folders folders) {
        this.folders = folders;
    }

    /** The place of a file, relative to the library: the row names it before the file is there. */
    public String placeFor(String username, String title, UUID job, MediaType type) {
        return SafeName.folder(username) + "/" + SafeName.of(title, job, type);
    }

    /** One rename within the volume: the file is there whole or not at all. */
    public void put(Path finished, String place) throws IOException {
        Path target = folders.file(place);
        Path folder = target.resolveSibling(".").normalize();
        Files.createDirectories(folder);
        refuseLinkedFolder(folder);
        Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Keeps the picture twice: for our own screens, and beside the file for those who scan the folder. */
    public void putThumbnail(Path picture, String place, UUID job) {
        try {
            keepThumbnail(picture, job);
            Files.copy(picture, beside(folders.file(place)), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException notWorthFailing) {
            LOG.warnf("thumbnail not kept job=%s: %s", job, notWorthFailing);
        }
    }

    public void keepThumbnail(Path picture, UUID job) throws IOException {
        Path target = folders.thumbnail(job);
        Files.createDirectories(folders.thumbnails());
        Path half = target.resolveSibling(job + ".part");
        Files.copy(picture, half, StandardCopyOption.REPLACE_EXISTING);
        Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The file of a row, if it is really there and really inside the library, links followed. */
    public Optional<Path> find(String place) {
        try {
            Path real = folders.file(place).toRealPath();
            return real.startsWith(folders.root().toRealPath()) && Files.isRegularFile(real)
                    ? Optional.of(real)
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException absent) {
            return Optional.empty();
        }
    }

    public Optional<Path> findThumbnail(UUID job) {
        return Optional.of(folders.thumbnail(job)).filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
    }

    /** Takes a file and its picture away; what is not there is no mistake. */
    public void discard(String place) {
        try {
            Path file = folders.file(place);
            Files.deleteIfExists(file);
            Files.deleteIfExists(beside(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Takes away whatever else is kept of a job. */
    public void discardTraces(UUID job) {
        try {
            Files.deleteIfExists(folders.thumbnail(job));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Folders.delete(folders.staging(job));
    }

    private void refuseLinkedFolder(Path folder) throws IOException {
        if (!folder.toRealPath().startsWith(folders.root().toRealPath())) {
            throw new IOException("the folder of the user leads out of the library");
        }
    }

    private static Path beside(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".jpg");
    }
}

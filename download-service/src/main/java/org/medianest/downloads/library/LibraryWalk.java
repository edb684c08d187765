package org.medianest.downloads.library;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.medianest.downloads.library.LibraryReport.StrayFile;

/** Goes through the files of the library and hands them over in parts. What begins with a dot is our own, a picture belongs to its file. */
final class LibraryWalk extends SimpleFileVisitor<Path> {
    private static final String PICTURE = ".jpg";

    private final Path root;
    private final int size;
    private final Consumer<List<StrayFile>> parts;
    private final List<StrayFile> part = new ArrayList<>();

    private LibraryWalk(Path root, int size, Consumer<List<StrayFile>> parts) {
        this.root = root;
        this.size = size;
        this.parts = parts;
    }

    static void through(Path root, int size, Consumer<List<StrayFile>> parts) throws IOException {
        LibraryWalk walk = new LibraryWalk(root, size, parts);
        Files.walkFileTree(root, walk);
        walk.handOver();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return isHidden(folder) && !folder.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!isHidden(file) && !isPictureOfAnother(file)) {
            part.add(new StrayFile(root.relativize(file).toString().replace('\\', '/'), attributes.size()));
            if (part.size() == size) {
                handOver();
            }
        }
        return FileVisitResult.CONTINUE;
    }

    /** A file that went while we came is no mistake. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException broken) throws IOException {
        if (broken instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw broken;
    }

    private void handOver() {
        parts.accept(List.copyOf(part));
        part.clear();
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    private static boolean isPictureOfAnother(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(PICTURE)
                && Arrays.stream(MediaType.values())
                        .map(type -> name.substring(0, name.length() - PICTURE.length()) + "." + type.extension())
                        .anyMatch(media -> Files.exists(file.resolveSibling(media)));
    }
}

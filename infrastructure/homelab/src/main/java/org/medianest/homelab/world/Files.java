package org.medianest.homelab.world;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The files in the library's folders, whether Plex knows them or not. Thread safe. */
public final class Files {
    private final Map<String, MediaFile> files = new TreeMap<>();
    private final Consumer<WorldEvent> tell;

    Files(Consumer<WorldEvent> tell) {
        this.tell = tell;
    }

    public void put(MediaFile file) {
        synchronized (this) {
            files.put(file.path(), file);
        }
        tell.accept(new WorldEvent.FilePut(file));
    }

    public void remove(String path) {
        Optional<MediaFile> removed;
        synchronized (this) {
            removed = Optional.ofNullable(files.remove(path));
        }
        removed.ifPresent(file -> tell.accept(new WorldEvent.FileRemoved(file)));
    }

    public synchronized Optional<MediaFile> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The files in a folder and its folders. */
    public synchronized List<MediaFile> under(String folder) {
        String prefix = folder.endsWith("/") ? folder : folder + "/";
        return files.values().stream()
                .filter(file -> file.path().startsWith(prefix) || file.path().equals(folder))
                .toList();
    }

    synchronized void reset() {
        files.clear();
    }
}

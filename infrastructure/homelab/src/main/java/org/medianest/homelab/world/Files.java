package org.medianest.homelab.world;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The files in the library's folders, whether Plex knows them or not. Thread safe. */
public final class Files {
    private final Map<String, MediaFile> files = new TreeMap<>();
    private final Map<String, Path> mounts = new HashMap<>();
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

    synchronized void putSilently(MediaFile file) {
        files.put(file.path(), file);
    }

    /** Shows the videos of a real folder below a path, for as long as the homelab runs. */
    public synchronized void mount(String path, Path folder) {
        mounts.put(path, folder);
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
    public List<MediaFile> under(String folder) {
        Map<String, Path> real;
        List<MediaFile> all;
        synchronized (this) {
            real = Map.copyOf(mounts);
            all = new ArrayList<>(files.values());
        }
        real.forEach((path, place) -> all.addAll(RealFolder.videos(path, place)));
        String prefix = folder.endsWith("/") ? folder : folder + "/";
        return all.stream()
                .filter(file -> file.path().startsWith(prefix) || file.path().equals(folder))
                .toList();
    }

    synchronized void reset() {
        files.clear();
    }
}

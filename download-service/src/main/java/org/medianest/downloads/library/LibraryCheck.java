package org.medianest.downloads.library;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.medianest.downloads.concurrent.Blocking;
import org.medianest.downloads.library.Inventory.Shelved;
import org.medianest.downloads.library.LibraryReport.LostFile;
import org.medianest.downloads.library.LibraryReport.StrayFile;

/**
 * Compares the library with the rows, in parts, and changes neither. What comes or goes meanwhile is looked at a second time before it is
 * reported.
 */
@ApplicationScoped
public class LibraryCheck {
    private static final int PART = 500;

    private final Inventory inventory;
    private final Folders folders;
    private final Shelf shelf;
    private final Clock clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile @Nullable LibraryReport last;

    LibraryCheck(Inventory inventory, Folders folders, Shelf shelf, Clock clock, MeterRegistry registry) {
        this.inventory = inventory;
        this.folders = folders;
        this.shelf = shelf;
        this.clock = clock;
        gauge(
                registry,
                "medianest.downloads.library.lost",
                "Finished downloads without their file, when last compared",
                LibraryReport::downloadsWithoutFile);
        gauge(
                registry,
                "medianest.downloads.library.stray",
                "Files without a download, when last compared",
                LibraryReport::filesWithoutDownload);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToLongFunction<LibraryReport> value) {
        Gauge.builder(name, () -> {
                    LibraryReport report = last;
                    return report == null ? Double.NaN : value.applyAsLong(report);
                })
                .description(description)
                .register(registry);
    }

    /** Blocks. Those who ask while a comparison runs wait for the next and share it. */
    public LibraryReport report() {
        Instant asked = clock.instant();
        oneAtATime.lock();
        try {
            LibraryReport known = last;
            if (known != null && known.checkedAt().isAfter(asked)) {
                return known;
            }
            LibraryReport report = compare();
            last = report;
            return report;
        } finally {
            oneAtATime.unlock();
        }
    }

    private LibraryReport compare() {
        Instant began = clock.instant();
        Findings<LostFile> lost = new Findings<>();
        long downloads = checkDownloads(lost);
        Findings<StrayFile> stray = new Findings<>();
        long files = checkFiles(stray);
        return new LibraryReport(began, downloads, files, lost.count(), lost.first(), stray.count(), stray.first());
    }

    private long checkDownloads(Findings<LostFile> lost) {
        long downloads = 0;
        UUID after = new UUID(0, 0);
        List<Shelved> part;
        do {
            UUID from = after;
            part = Blocking.await(() -> inventory.finished(from, PART));
            downloads += part.size();
            reportLost(part, lost);
            after = part.isEmpty() ? after : part.getLast().download();
        } while (part.size() == PART);
        return downloads;
    }

    private void reportLost(List<Shelved> part, Findings<LostFile> lost) {
        List<Shelved> missing = part.stream()
                .filter(download -> shelf.find(download.place()).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            Set<UUID> there = new HashSet<>(Blocking.await(() -> inventory.stillFinished(
                    missing.stream().map(Shelved::download).toList())));
            missing.stream()
                    .filter(download -> there.contains(download.download()))
                    .forEach(download -> lost.add(new LostFile(download.download(), download.place())));
        }
    }

    private long checkFiles(Findings<StrayFile> stray) {
        long[] files = {0};
        try {
            LibraryWalk.through(folders.root(), PART, part -> {
                files[0] += part.size();
                reportStray(part, stray);
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return files[0];
    }

    private void reportStray(List<StrayFile> part, Findings<StrayFile> stray) {
        if (!part.isEmpty()) {
            Set<String> known = new HashSet<>(Blocking.await(
                    () -> inventory.known(part.stream().map(StrayFile::path).toList())));
            part.stream()
                    .filter(file -> !known.contains(file.path()))
                    .filter(file -> Files.exists(folders.root().resolve(file.path())))
                    .forEach(stray::add);
        }
    }
}

package org.medianest.homelab.arr;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What an arr does by itself. It is moved on by {@link #advance}, which does all that was due until then at the time when it was due, so
 * that a clock that jumps leads to the same as one that runs. Not thread safe: its arr has the lock.
 */
final class Engine {
    static final List<String> BLOCKED =
            List.of("Movie title mismatch, automatic import is not possible. Manual Import required.");

    private final Consumer<ArrEvent> listener;
    private final Map<Integer, Work> works = new LinkedHashMap<>();
    private final List<Search> searches = new ArrayList<>();
    private final Map<String, Download> downloads = new LinkedHashMap<>();
    private final Map<Integer, Fate> fates = new HashMap<>();
    private final Set<Wanted> notOutYet = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private Fate usualFate = Fate.ARRIVES;
    private Pace pace = Pace.DEFAULT;
    private int lastWork;
    private int lastQueued;
    private int lastFile;

    /** @param anyhow somebody asked for exactly these, so that they need not be monitored */
    private record Search(Work work, List<Wanted> wanted, Instant due, boolean anyhow) {}

    Engine(Consumer<ArrEvent> listener) {
        this.listener = listener;
    }

    void pace(Pace newPace) {
        pace = newPace;
    }

    /** What becomes of a title; downloads that run already change too. */
    void fate(int tmdbId, Fate fate) {
        fates.put(tmdbId, fate);
        downloads.replaceAll((id, download) -> download.work().tmdbId() == tmdbId ? download.with(fate) : download);
    }

    void fate(Fate fate) {
        usualFate = fate;
        downloads.replaceAll(
                (id, download) -> fates.containsKey(download.work().tmdbId()) ? download : download.with(fate));
    }

    private Fate fate(int tmdbId) {
        return fates.getOrDefault(tmdbId, usualFate);
    }

    int nextWork() {
        return ++lastWork;
    }

    int nextFile() {
        return ++lastFile;
    }

    void add(Work work) {
        works.put(work.id(), work);
        listener.accept(new ArrEvent.Added(work));
    }

    void delete(Work work, boolean withFiles) {
        works.remove(work.id());
        searches.removeIf(search -> search.work() == work);
        downloads.values().removeIf(download -> download.work() == work);
        listener.accept(new ArrEvent.Deleted(work, withFiles));
    }

    Collection<Work> works() {
        return works.values();
    }

    Optional<Work> work(int id) {
        return Optional.ofNullable(works.get(id));
    }

    Collection<Download> downloads() {
        return downloads.values();
    }

    void remove(Download download) {
        downloads.remove(download.downloadId());
    }

    /** Looks for those that are monitored and missing; finds something when the time for it has passed. */
    void search(Work work, Collection<? extends Wanted> wanted, Instant now) {
        addSearch(work, wanted.stream().filter(Wanted::isMonitored).toList(), now, false);
    }

    /** Looks for exactly these, monitored or not. */
    void searchAnyhow(Work work, Collection<? extends Wanted> wanted, Instant now) {
        addSearch(work, wanted, now, true);
    }

    private void addSearch(Work work, Collection<? extends Wanted> wanted, Instant now, boolean anyhow) {
        List<Wanted> missing = wanted.stream()
                .filter(Wanted::isMissing)
                .map(one -> (Wanted) one)
                .toList();
        if (!missing.isEmpty()) {
            searches.add(new Search(work, missing, now.plus(pace.search()), anyhow));
        }
    }

    void advance(Instant now) {
        watchReleases(now);
        for (Iterator<Search> due = searches.iterator(); due.hasNext(); ) {
            Search search = due.next();
            if (!search.due().isAfter(now)) {
                due.remove();
                grab(search);
            }
        }
        List.copyOf(downloads.values()).forEach(download -> settle(download, now));
    }

    /** What comes out after it was wanted is found by the feeds of the indexers, without a search. */
    private void watchReleases(Instant now) {
        for (Work work : works.values()) {
            List<Wanted> outNow = new ArrayList<>();
            for (Wanted part : work.parts()) {
                if (!part.isOut(now)) {
                    notOutYet.add(part);
                } else if (notOutYet.remove(part) && work.isMonitored()) {
                    outNow.add(part);
                }
            }
            search(work, outNow, now);
        }
    }

    private void grab(Search search) {
        Work work = search.work();
        Fate fate = fate(work.tmdbId());
        if (fate == Fate.NOTHING_FOUND || !(search.anyhow() || work.isMonitored())) {
            return;
        }
        List<Wanted> wanted = search.wanted().stream()
                .filter(Wanted::isMissing)
                .filter(one -> one.isOut(search.due()))
                .filter(one -> !isUnderWay(one, search.due()))
                .toList();
        for (List<Wanted> release : work.releases(wanted)) {
            downloads.values().removeIf(failed -> failed.wanted().stream().anyMatch(release::contains));
            String id = UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
            long size = release.stream().mapToLong(Wanted::size).sum();
            Download download = new Download(
                    id, work, release, work.releaseName(release), size, search.due(), pace, fate, lastQueued + 1);
            lastQueued += release.size();
            downloads.put(id, download);
            listener.accept(new ArrEvent.Grabbed(download));
        }
    }

    private boolean isUnderWay(Wanted wanted, Instant now) {
        return downloads.values().stream()
                .anyMatch(download ->
                        download.wanted().contains(wanted) && !(download.at(now) instanceof Progress.Failed));
    }

    private void settle(Download download, Instant now) {
        switch (download.at(now)) {
            case Progress.Imported() -> imported(download);
            case Progress.ImportBlocked() -> {
                if (told.add(download.downloadId())) {
                    listener.accept(new ArrEvent.Stuck(download, BLOCKED));
                }
            }
            case Progress.Failed(double fraction) -> {
                if (told.add(download.downloadId())) {
                    listener.accept(new ArrEvent.Failed(download));
                }
            }
            default -> {}
        }
    }

    private void imported(Download download) {
        downloads.remove(download.downloadId());
        Instant when = download.grabbed().plus(download.pace().untilImported());
        for (Wanted wanted : download.wanted()) {
            MediaFile file = new MediaFile(
                    nextFile(),
                    download.work().path() + "/" + wanted.fileName(),
                    wanted.fileName(),
                    wanted.size(),
                    when,
                    download.release());
            wanted.file(file);
            listener.accept(new ArrEvent.Imported(download, wanted, file));
        }
    }

    void reset() {
        works.clear();
        searches.clear();
        downloads.clear();
        fates.clear();
        notOutYet.clear();
        told.clear();
        usualFate = Fate.ARRIVES;
        pace = Pace.DEFAULT;
        lastWork = 0;
        lastQueued = 0;
        lastFile = 0;
    }
}

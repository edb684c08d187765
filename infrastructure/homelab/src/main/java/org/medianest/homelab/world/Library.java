package org.medianest.homelab.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.medianest.homelab.catalogue.Catalogue;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.catalogue.TitleType;

/** What the household's Plex server shows. Thread safe; who listens hears after a change and without a lock. */
public final class Library {
    public static final Section MOVIES =
            new Section(1, SectionType.MOVIE, "Movies", "tv.plex.agents.movie", "Plex Movie", "/movies");
    public static final Section SHOWS =
            new Section(2, SectionType.SHOW, "TV Shows", "tv.plex.agents.series", "Plex TV Series", "/tv");
    public static final Section DOWNLOADS = new Section(
            3, SectionType.MOVIE, "Downloads", "tv.plex.agents.none", "Plex Video Files", "/media/downloads");
    public static final Section MUSIC =
            new Section(4, SectionType.ARTIST, "Music", "tv.plex.agents.music", "Plex Music", "/music");

    /** Titles of grown items have TMDB numbers from here on; no catalogue knows them. */
    public static final int GROWN_TMDB_ID = 5_000_000;

    private final Items items = new Items();
    private final PlexCollections collections;
    private final ItemMaker maker;
    private final Files files;
    private final HomelabClock clock;
    private final Consumer<WorldEvent> tell;
    private final List<Consumer<ItemChange>> listeners = new CopyOnWriteArrayList<>();

    Library(Catalogue catalogue, Files files, HomelabClock clock, Consumer<WorldEvent> tell) {
        this.files = files;
        this.clock = clock;
        this.tell = tell;
        this.maker = new ItemMaker(catalogue, items);
        this.collections = new PlexCollections(this, items::takeKey);
    }

    public List<Section> sections() {
        return List.of(MOVIES, SHOWS, DOWNLOADS, MUSIC);
    }

    public Optional<Section> section(int key) {
        return sections().stream().filter(section -> section.key() == key).findFirst();
    }

    public PlexCollections collections() {
        return collections;
    }

    public synchronized Optional<Item> item(int ratingKey) {
        return items.find(ratingKey);
    }

    public synchronized List<Item> items() {
        return items.all().toList();
    }

    public synchronized List<Item> items(Section section, ItemType type) {
        return items.all()
                .filter(item -> item.section() == section.key() && item.type() == type)
                .toList();
    }

    public synchronized List<Item> children(int ratingKey) {
        return items.children(ratingKey).stream()
                .sorted(Comparator.comparing(Item::index))
                .toList();
    }

    /** When it was added, or the newest below it. */
    public synchronized Instant changedAt(Item item) {
        return items.children(item.ratingKey()).stream()
                .map(this::changedAt)
                .max(Comparator.naturalOrder())
                .orElse(item.addedAt());
    }

    /** The film or the show. */
    public synchronized Optional<Item> find(TitleKey title) {
        ItemType type = title.type() == TitleType.MOVIE ? ItemType.MOVIE : ItemType.SHOW;
        return items.first(item ->
                item.type() == type && item.title().filter(title::equals).isPresent());
    }

    /** Takes up the files of a folder that it does not show yet, and lets go of those that are gone. */
    public void scan(String folder) {
        List<MediaFile> present = files.under(folder);
        List<Item> created = new ArrayList<>();
        List<Item> deleted = new ArrayList<>();
        synchronized (this) {
            Set<String> paths = new LinkedHashSet<>();
            for (MediaFile file : present) {
                paths.add(file.path());
                if (!items.hasFile(file.path())) {
                    sectionOf(file).ifPresent(section -> created.addAll(maker.make(section, file, clock.now())));
                }
            }
            List<Item> lost = items.all()
                    .filter(item -> item.file()
                            .filter(file -> isUnder(folder, file) && !paths.contains(file.path()))
                            .isPresent())
                    .toList();
            lost.forEach(item -> deleted.addAll(items.remove(item.ratingKey())));
        }
        say(created, deleted);
    }

    /** Puts a film, or some episodes of a season, among the files and shows it at once. */
    public void add(TitleKey title, int season, int... episodes) {
        List<MediaFile> added = title.type() == TitleType.MOVIE
                ? List.of(maker.fileOf(title, 0, 0, clock.now()))
                : IntStream.of(episodes)
                        .mapToObj(episode -> maker.fileOf(title, season, episode, clock.now()))
                        .toList();
        added.forEach(files::put);
        added.forEach(file -> scan(file.path()));
    }

    public void add(TitleKey film) {
        add(film, 0);
    }

    /** Takes the title's files away and shows nothing of it any more. */
    public void remove(TitleKey title) {
        for (Section section : sections()) {
            files.under(section.location()).stream()
                    .filter(file -> file.title().filter(title::equals).isPresent())
                    .forEach(file -> {
                        files.remove(file.path());
                        scan(file.path());
                    });
        }
    }

    /** Takes all files and items away, as in a new household. Nobody is told of each. */
    public synchronized void clear() {
        items.clear();
        collections.reset();
        files.reset();
    }

    /** Makes the library big: so many films more, of which no catalogue knows. Nobody is told of each. */
    public synchronized void grow(int films) {
        Instant now = clock.now();
        for (int i = 0; i < films; i++) {
            files.putSilently(maker.grown(MOVIES, GROWN_TMDB_ID + i, now.minusSeconds(60L * i)));
        }
    }

    public void listen(Consumer<ItemChange> listener) {
        listeners.add(listener);
    }

    synchronized void reset() {
        items.clear();
        collections.reset();
        new Furniture(this, files, maker, clock.now()).put();
    }

    /** For the household's first things, which were there before anybody listened. */
    synchronized void furnish(MediaFile file) {
        sectionOf(file).ifPresent(section -> maker.make(section, file, file.at()));
    }

    synchronized void furnish(Section section, int tmdbId, String legacyGuid, Instant at) {
        maker.legacy(section, TitleKey.movie(tmdbId), legacyGuid, at);
    }

    private Optional<Section> sectionOf(MediaFile file) {
        return sections().stream()
                .filter(section -> section.type() != SectionType.ARTIST && section.holds(file.path()))
                .findFirst();
    }

    private static boolean isUnder(String folder, MediaFile file) {
        return file.path().equals(folder) || file.path().startsWith(folder + "/");
    }

    private void say(List<Item> created, List<Item> deleted) {
        Set<TitleKey> appeared = new LinkedHashSet<>();
        for (Item item : created) {
            change(item, ItemChange.Kind.CREATED);
            change(item, ItemChange.Kind.PROCESSED);
            item.title().ifPresent(appeared::add);
        }
        appeared.forEach(title -> tell.accept(new WorldEvent.Appeared(title)));
        for (Item item : deleted) {
            change(item, ItemChange.Kind.DELETED);
            if (item.parent() == 0) {
                item.title().ifPresent(title -> tell.accept(new WorldEvent.Vanished(title)));
            }
        }
    }

    private void change(Item item, ItemChange.Kind kind) {
        listeners.forEach(listener -> listener.accept(new ItemChange(item, kind)));
    }
}

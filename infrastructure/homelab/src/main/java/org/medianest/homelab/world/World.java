package org.medianest.homelab.world;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.medianest.homelab.catalogue.Catalogue;

/** What the systems share. All of it is thread safe; listeners hear of a change after it is made and without a lock. */
public final class World implements AutoCloseable {
    private final HomelabClock clock = new HomelabClock();
    private final Catalogue catalogue = new Catalogue(LocalDate.ofInstant(clock.now(), ZoneOffset.UTC));
    private final People people = new People();
    private final Pins pins = new Pins(clock, people);
    private final Watchlists watchlists = new Watchlists();
    private final Files files = new Files(this::tell);
    private final Library library = new Library(catalogue, files, clock, this::tell);
    private final List<WorldListener> listeners = new CopyOnWriteArrayList<>();

    public World() {
        library.reset();
    }

    public HomelabClock clock() {
        return clock;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public People people() {
        return people;
    }

    /** The attempts to sign in with Plex. */
    public Pins pins() {
        return pins;
    }

    public Watchlists watchlists() {
        return watchlists;
    }

    public Files files() {
        return files;
    }

    /** What Plex shows. */
    public Library library() {
        return library;
    }

    /** For as long as the homelab runs. */
    public void listen(WorldListener listener) {
        listeners.add(listener);
    }

    public void tell(WorldEvent event) {
        listeners.forEach(listener -> listener.happened(event));
    }

    /** Back to the household as it was at first. */
    public void reset() {
        clock.reset();
        people.reset();
        pins.reset();
        watchlists.reset();
        files.reset();
        library.reset();
    }

    @Override
    public void close() {
        clock.close();
    }
}

package org.medianest.homelab.control;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.medianest.homelab.arr.Fate;
import org.medianest.homelab.arr.Pace;
import org.medianest.homelab.arr.Radarr;
import org.medianest.homelab.arr.Sonarr;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.catalogue.TitleType;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.fault.Faults;
import org.medianest.homelab.system.SystemName;
import org.medianest.homelab.world.Library;
import org.medianest.homelab.world.Person.Share;
import org.medianest.homelab.world.World;

/** Things that happen in a household, by name. */
public final class Scenarios {
    private static final TitleKey NOSFERATU = TitleKey.movie(653);
    private static final TitleKey METROPOLIS = TitleKey.movie(19);
    private static final TitleKey ONE_STEP_BEYOND = TitleKey.series(19);
    private static final int MANY = 5000;
    private static final int VERY_MANY = 20_000;
    private static final int QUEUE = 35;
    private static final int DRAGNET_TVDB = 910005;

    private final World world;
    private final NavigableMap<String, Runnable> scenarios = new TreeMap<>();

    public Scenarios(World world, Faults faults, Radarr radarr, Sonarr sonarr) {
        this.world = world;
        scenarios.put("film-arrives", () -> library().add(NOSFERATU));
        scenarios.put("episode-arrives", this::nextEpisode);
        scenarios.put("film-vanishes", () -> library().remove(METROPOLIS));
        scenarios.put("library-grows", () -> library().grow(MANY));
        scenarios.put("library-grows-large", () -> library().grow(VERY_MANY));
        scenarios.put("share-withdrawn", () -> world.people().share("ben", Share.NONE));
        scenarios.put("share-restored", () -> world.people().share("ben", Share.ACCEPTED));
        scenarios.put("invitation-accepted", () -> world.people().share("pending-pia", Share.ACCEPTED));
        scenarios.put("radarr-queue-of-35", () -> queue(radarr));
        scenarios.put("season-pack-arrives", () -> sonarr.add(DRAGNET_TVDB));
        scenarios.put("import-blocked", () -> everything(radarr, sonarr, Fate.IMPORT_BLOCKED));
        scenarios.put("nothing-found", () -> everything(radarr, sonarr, Fate.NOTHING_FOUND));
        scenarios.put("downloads-stall", () -> everything(radarr, sonarr, Fate.STALLS));
        scenarios.put("downloads-fail", () -> everything(radarr, sonarr, Fate.FAILS));
        scenarios.put("downloads-arrive", () -> everything(radarr, sonarr, Fate.ARRIVES));
        scenarios.put("plex-down", () -> faults.set(SystemName.PLEX, new Fault.Down()));
        scenarios.put("tmdb-500", () -> faults.set(SystemName.TMDB, new Fault.Status(500)));
        scenarios.put("token-revoked", () -> world.people().renewToken("ben"));
        scenarios.put("token-expired", () -> world.people().expireToken("ben"));
        scenarios.put(
                "owner-token-expired",
                () -> world.people().expireToken(world.people().owner().name()));
    }

    public Optional<Runnable> find(String name) {
        return Optional.ofNullable(scenarios.get(name));
    }

    public SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(scenarios.navigableKeySet());
    }

    private Library library() {
        return world.library();
    }

    /** Of the second season, of which the library has a part. */
    private void nextEpisode() {
        long there = library().items().stream()
                .filter(item -> item.title().filter(ONE_STEP_BEYOND::equals).isPresent())
                .filter(item -> item.file().filter(file -> file.season() == 2).isPresent())
                .count();
        library().add(ONE_STEP_BEYOND, 2, Math.toIntExact(there) + 1);
    }

    /** Of films that are out and that Plex does not have. */
    private void queue(Radarr radarr) {
        LocalDate cinemaOnly =
                LocalDate.ofInstant(world.clock().now(), ZoneOffset.UTC).minusMonths(3);
        world.catalogue().all(TitleType.MOVIE).stream()
                .filter(film -> film.released().isBefore(cinemaOnly))
                .filter(film -> library().find(film.key()).isEmpty() && !radarr.holds(film.tmdbId()))
                .limit(QUEUE)
                .forEach(film -> radarr.add(film.tmdbId()));
        world.clock().advance(Pace.DEFAULT.search());
    }

    private static void everything(Radarr radarr, Sonarr sonarr, Fate fate) {
        radarr.fate(fate);
        sonarr.fate(fate);
    }
}

package org.medianest.homelab.control;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.world.Library;
import org.medianest.homelab.world.Person.Share;
import org.medianest.homelab.world.World;

/** Things that happen in a household, by name. */
final class Scenarios {
    private static final TitleKey NOSFERATU = TitleKey.movie(653);
    private static final TitleKey METROPOLIS = TitleKey.movie(19);
    private static final TitleKey ONE_STEP_BEYOND = TitleKey.series(19);
    private static final int MANY = 5000;

    private final World world;
    private final Map<String, Runnable> scenarios = new TreeMap<>();

    Scenarios(World world) {
        this.world = world;
        scenarios.put("film-arrives", () -> library().add(NOSFERATU));
        scenarios.put("episode-arrives", this::nextEpisode);
        scenarios.put("film-vanishes", () -> library().remove(METROPOLIS));
        scenarios.put("library-grows", () -> library().grow(MANY));
        scenarios.put("share-withdrawn", () -> world.people().share("ben", Share.NONE));
        scenarios.put("share-restored", () -> world.people().share("ben", Share.ACCEPTED));
        scenarios.put("invitation-accepted", () -> world.people().share("pending-pia", Share.ACCEPTED));
        scenarios.put("token-revoked", () -> world.people().renewToken("ben"));
    }

    Optional<Runnable> find(String name) {
        return Optional.ofNullable(scenarios.get(name));
    }

    Iterable<String> names() {
        return scenarios.keySet();
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
}

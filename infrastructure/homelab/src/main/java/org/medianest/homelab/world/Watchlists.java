package org.medianest.homelab.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.medianest.homelab.catalogue.TitleKey;

/** What each person means to watch, newest first. Thread safe. */
public final class Watchlists {
    private final Map<String, List<TitleKey>> lists = new HashMap<>();

    Watchlists() {
        reset();
    }

    synchronized void reset() {
        lists.clear();
        add("ben", TitleKey.movie(992));
        add("ben", TitleKey.series(9100013));
        add("ben", TitleKey.movie(905));
        add("carla", TitleKey.movie(9000001));
    }

    /** @param name see {@link Person#name} */
    public synchronized List<TitleKey> of(String name) {
        return List.copyOf(lists.getOrDefault(name, List.of()));
    }

    public synchronized void add(String name, TitleKey title) {
        List<TitleKey> list = lists.computeIfAbsent(name, key -> new ArrayList<>());
        list.remove(title);
        list.addFirst(title);
    }

    public synchronized void remove(String name, TitleKey title) {
        lists.getOrDefault(name, new ArrayList<>()).remove(title);
    }
}

package org.medianest.homelab.world;

import java.util.Arrays;
import java.util.Optional;

/** Kinds of items with Plex's numbers of them. */
public enum ItemType {
    MOVIE(1, "movie"),
    SHOW(2, "show"),
    SEASON(3, "season"),
    EPISODE(4, "episode");

    private final int number;
    private final String plexName;

    ItemType(int number, String plexName) {
        this.number = number;
        this.plexName = plexName;
    }

    public static Optional<ItemType> of(int number) {
        return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
    }

    public int number() {
        return number;
    }

    public String plexName() {
        return plexName;
    }
}

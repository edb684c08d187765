package org.medianest.homelab.catalogue;

import java.time.LocalDate;
import java.util.List;

/** A season; an episode's number is its place in the list, from 1. */
public record Season(int number, LocalDate airDate, List<Episode> episodes) {
    public Season {
        episodes = List.copyOf(episodes);
    }

    public String name() {
        return number == 0 ? "Specials" : "Season " + number;
    }
}

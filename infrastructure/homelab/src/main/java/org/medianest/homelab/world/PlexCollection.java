package org.medianest.homelab.world;

import java.util.List;

/** A named selection of items of one section, in its order. */
public record PlexCollection(int ratingKey, int section, String title, String summary, List<Integer> members) {
    public PlexCollection {
        members = List.copyOf(members);
    }
}

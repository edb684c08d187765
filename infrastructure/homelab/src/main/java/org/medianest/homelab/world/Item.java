package org.medianest.homelab.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.medianest.homelab.catalogue.TitleKey;

/**
 * Something that Plex shows.
 *
 * @param title the title of the catalogue; of a season or an episode that of its series; empty when Plex has matched it to nothing
 * @param foreignGuids names of it elsewhere; empty when unmatched, or matched by one of the old agents
 * @param parent of an episode the season, of a season the show; else 0
 * @param index number of the season or episode
 */
public record Item(
        int ratingKey,
        ItemType type,
        int section,
        String name,
        @Nullable Integer year,
        Optional<TitleKey> title,
        String guid,
        List<String> foreignGuids,
        int parent,
        int index,
        Optional<MediaFile> file,
        Instant addedAt) {
    public Item {
        foreignGuids = List.copyOf(foreignGuids);
    }
}

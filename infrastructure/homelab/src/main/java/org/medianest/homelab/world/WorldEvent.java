package org.medianest.homelab.world;

import java.util.Set;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.system.SystemName;

/** What one system does that others see. */
public sealed interface WorldEvent {
    /** Somebody wants a title got, as Seerr does after an approval. {@code seasons} is empty for films. */
    record Wanted(TitleKey title, Set<Integer> seasons) implements WorldEvent {
        public Wanted {
            seasons = Set.copyOf(seasons);
        }
    }

    /** Radarr or Sonarr holds the title now. */
    record Held(SystemName by, TitleKey title, Set<Integer> seasons) implements WorldEvent {
        public Held {
            seasons = Set.copyOf(seasons);
        }
    }

    record FilePut(MediaFile file) implements WorldEvent {}

    record FileRemoved(MediaFile file) implements WorldEvent {}

    /** Plex shows it, or another episode of it, from now on. */
    record Appeared(TitleKey title) implements WorldEvent {}

    /** Plex shows nothing of it any more. */
    record Vanished(TitleKey title) implements WorldEvent {}
}

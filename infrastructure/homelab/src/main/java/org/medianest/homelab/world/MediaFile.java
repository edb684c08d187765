package org.medianest.homelab.world;

import java.time.Instant;
import java.util.Optional;
import org.medianest.homelab.catalogue.TitleKey;

/**
 * A file in a folder of the library.
 *
 * @param path where Plex sees it
 * @param title what it holds; empty for anything that no catalogue knows
 * @param season and {@code episode} are 0 for films
 */
public record MediaFile(String path, Optional<TitleKey> title, int season, int episode, long size, Instant at) {}

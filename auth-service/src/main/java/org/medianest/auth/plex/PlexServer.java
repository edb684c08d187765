package org.medianest.auth.plex;

/**
 * The Plex server whose shares let people in.
 *
 * @param machineIdentifier what Plex knows it by
 * @param name what its owner calls it
 */
public record PlexServer(String machineIdentifier, String name) {}

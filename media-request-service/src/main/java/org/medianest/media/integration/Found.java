package org.medianest.media.integration;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a system says of itself.
 *
 * @param sections of a Plex server, those with films or series
 * @param profiles of Radarr or Sonarr
 * @param rootFolders of Radarr or Sonarr
 */
public record Found(
        @Schema(nullable = true) @Nullable String version,
        @Schema(nullable = true) @Nullable String name,
        @Schema(nullable = true) @Nullable String machineIdentifier,
        List<Section> sections,
        List<Profile> profiles,
        List<RootFolder> rootFolders) {
    public Found {
        sections = List.copyOf(sections);
        profiles = List.copyOf(profiles);
        rootFolders = List.copyOf(rootFolders);
    }

    static Found system(@Nullable String version, @Nullable String name) {
        return new Found(version, name, null, List.of(), List.of(), List.of());
    }

    /** A part of a Plex library. */
    public record Section(String key, String title, String type) {}

    /** What quality is wanted. */
    public record Profile(int id, String name) {}

    /** Where files are put. */
    public record RootFolder(
            String path, @Schema(nullable = true) @Nullable Long freeBytes) {}
}

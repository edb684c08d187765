package org.medianest.media.shelving;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A download on its way into Plex.
 *
 * @param path relative to the library of downloads
 * @param folder the part of the path before the file's name, empty for the library itself
 * @param looks in vain
 * @param ratingKey what Plex calls it, once it has it
 */
record Shelving(
        UUID downloadId,
        UUID ownerId,
        String title,
        String path,
        String folder,
        ShelvingState state,
        int looks,
        @Nullable String ratingKey) {

    static Shelving of(UUID downloadId, UUID ownerId, String title, String path) {
        int name = path.lastIndexOf('/');
        String folder = name < 0 ? "" : path.substring(0, name);
        return new Shelving(downloadId, ownerId, title, path, folder, ShelvingState.WAITING, 0, null);
    }
}

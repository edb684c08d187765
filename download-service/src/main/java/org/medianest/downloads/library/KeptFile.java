package org.medianest.downloads.library;

import java.time.Instant;
import java.util.UUID;

/**
 * A file in the library.
 *
 * @param place relative to the library
 * @param since when it came, which is when it last changed
 */
public record KeptFile(UUID download, String place, MediaType type, Instant since) {
    public String name() {
        return place.substring(place.lastIndexOf('/') + 1);
    }
}

package org.medianest.media.library;

import org.medianest.media.system.Query;

/** The page of an item in Plex' own application. */
public final class PlayLink {
    private PlayLink() {}

    public static String of(String machineIdentifier, String ratingKey) {
        return "https://app.plex.tv/desktop/#!/server/%s/details?key=%%2Flibrary%%2Fmetadata%%2F%s"
                .formatted(Query.encoded(machineIdentifier), Query.encoded(ratingKey));
    }
}

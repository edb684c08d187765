package org.medianest.homelab.arr;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that gets a file: a movie, or an episode. Belongs to the engine, under whose lock it is read and changed. */
interface Wanted {
    int id();

    boolean isMonitored();

    /** Whether there can be a release of it yet. */
    boolean isOut(Instant now);

    @Nullable
    MediaFile file();

    void file(@Nullable MediaFile file);

    default boolean isMissing() {
        return file() == null;
    }

    /** The name of its file in the folder of the work. */
    String fileName();

    /** How large its file is. */
    long size();

    /** Whether that file of the library holds it. */
    boolean isIn(org.medianest.homelab.world.MediaFile file);
}

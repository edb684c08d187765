package org.medianest.downloads.library;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What should be in the library according to the rows. Implemented by those who keep them. */
public interface Inventory {
    /** A finished download and its file. */
    record Shelved(UUID download, String place) {}

    /** The next finished downloads, by id. */
    Uni<List<Shelved>> finished(UUID after, int rows);

    /** Those of the downloads that are finished still. */
    Uni<List<UUID>> stillFinished(Collection<UUID> downloads);

    /** Those of the files that a row names, in whatever state, or that are noted for removal. */
    Uni<List<String>> known(Collection<String> places);
}

package org.medianest.downloads.library;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which files there are and whose. Implemented by those who keep the rows. */
public interface FileIndex {
    /** The file of a download; fails with "not found" for another's download, and gives null while there is none. */
    Uni<@Nullable KeptFile> file(UUID download, UUID owner);

    /** Fails with "not found" unless the download is the owner's. */
    Uni<Void> requireOwned(UUID download, UUID owner);
}

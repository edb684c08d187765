package org.medianest.downloads.job;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.downloads.library.FileIndex;
import org.medianest.downloads.library.KeptFile;
import org.medianest.downloads.library.MediaType;

/** The library asks the jobs whose files are whose. */
@ApplicationScoped
class JobFiles implements FileIndex {
    private final JobStore store;

    JobFiles(JobStore store) {
        this.store = store;
    }

    @Override
    public Uni<@Nullable KeptFile> file(UUID download, UUID owner) {
        return owned(download, owner).map(JobFiles::kept);
    }

    @Override
    public Uni<Void> requireOwned(UUID download, UUID owner) {
        return owned(download, owner).replaceWithVoid();
    }

    private Uni<Job> owned(UUID download, UUID owner) {
        return Jobs.require(store.owned(download, owner), download);
    }

    private static @Nullable KeptFile kept(Job job) {
        String path = job.filePath;
        Instant since = job.finishedAt;
        return job.state != JobState.COMPLETED || path == null || since == null
                ? null
                : MediaType.ofFile(path)
                        .map(type -> new KeptFile(job.id, path, type, since))
                        .orElse(null);
    }
}

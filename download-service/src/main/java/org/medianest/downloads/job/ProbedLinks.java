package org.medianest.downloads.job;

import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Transaction;

/** What was learned of a link before it was asked for. Implemented by those who look at links. */
public interface ProbedLinks {
    /** Empty when there is no such probe of this person and link, or no longer. */
    Uni<Optional<Known>> find(Transaction transaction, UUID probe, UUID owner, String url);

    /** @param thumbnail where its picture lies for now */
    record Known(Described described, @Nullable Path thumbnail) {}
}

package org.medianest.downloads.job;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.medianest.commons.database.Database;
import org.medianest.downloads.library.Inventory;

/** What the rows say of the library, read in parts: no question takes longer than a moment. */
@ApplicationScoped
class JobInventory implements Inventory {
    private static final String FINISHED =
            "select id, file_path from job where state = '%s' and id > $1 order by id limit $2"
                    .formatted(JobState.COMPLETED);

    private static final String STILL_FINISHED =
            "select id from job where id = any($1) and state = '%s'".formatted(JobState.COMPLETED);

    static final String NAMED_BY_ROWS = "select file_path from job where file_path = any($1)";

    private static final String KNOWN =
            NAMED_BY_ROWS + " union all select path from discarded_file where path = any($1)";

    private final Database database;

    JobInventory(Database database) {
        this.database = database;
    }

    @Override
    public Uni<List<Shelved>> finished(UUID after, int rows) {
        return database.list(row -> new Shelved(row.getUUID("id"), row.getString("file_path")), FINISHED, after, rows);
    }

    @Override
    public Uni<List<UUID>> stillFinished(Collection<UUID> downloads) {
        return database.list(row -> row.getUUID(0), STILL_FINISHED, downloads);
    }

    @Override
    public Uni<List<String>> known(Collection<String> places) {
        return database.list(row -> row.getString(0), KNOWN, places);
    }
}

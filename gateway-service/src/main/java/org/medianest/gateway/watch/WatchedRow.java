package org.medianest.gateway.watch;

import static org.medianest.commons.database.Values.constant;
import static org.medianest.commons.database.Values.instant;

import io.vertx.mutiny.sqlclient.Row;
import java.net.URI;

/** How a row of {@code watched} reads. */
final class WatchedRow {
    static final String COLUMNS =
            "id, kind, name, group_name, probe_url, state, since, message, response_ms, checked_at";

    private WatchedRow() {}

    static Watched read(Row row) {
        String probeUrl = row.getString("probe_url");
        return new Watched(
                row.getString("id"),
                constant(row, "kind", WatchKind.class),
                row.getString("name"),
                row.getString("group_name"),
                probeUrl == null ? null : URI.create(probeUrl),
                constant(row, "state", WatchState.class),
                instant(row, "since"),
                row.getString("message"),
                row.getInteger("response_ms"),
                instant(row, "checked_at"));
    }
}

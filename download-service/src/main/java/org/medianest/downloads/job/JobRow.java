package org.medianest.downloads.job;

import static org.medianest.commons.database.Values.constant;
import static org.medianest.commons.database.Values.instant;
import static org.medianest.commons.database.Values.moment;

import io.vertx.mutiny.sqlclient.Row;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a row of the table {@code job}. */
final class JobRow {
    /** By their names: a column that a newer version adds must not change what statements of this one answer. */
    static final String COLUMNS = Stream.of(
                    "id",
                    "owner",
                    "username",
                    "url",
                    "quality",
                    "created_at",
                    "probe_id",
                    "state",
                    "title",
                    "uploader",
                    "duration_seconds",
                    "has_thumbnail",
                    "attempt",
                    "failures",
                    "crashes",
                    "partial_of",
                    "not_before",
                    "traceparent",
                    "worker",
                    "lease_until",
                    "downloaded_bytes",
                    "percent",
                    "total_bytes",
                    "bytes_per_second",
                    "eta_seconds",
                    "failure_code",
                    "failure_message",
                    "failure_retryable",
                    "file_path",
                    "file_bytes",
                    "file_seconds",
                    "updated_at",
                    "finished_at")
            .map("job."::concat)
            .collect(Collectors.joining(", "));

    private JobRow() {}

    static Job job(Row row) {
        Job job = new Job(
                row.getUUID("id"),
                row.getUUID("owner"),
                row.getString("username"),
                row.getString("url"),
                constant(row, "quality", Quality.class),
                moment(row, "created_at"));
        job.probeId = row.getUUID("probe_id");
        job.state = constant(row, "state", JobState.class);
        job.title = row.getString("title");
        job.uploader = row.getString("uploader");
        job.durationSeconds = row.getDouble("duration_seconds");
        job.hasThumbnail = row.getBoolean("has_thumbnail");
        job.attempt = row.getInteger("attempt");
        job.failures = row.getInteger("failures");
        job.crashes = row.getInteger("crashes");
        job.partialOf = row.getInteger("partial_of");
        job.notBefore = moment(row, "not_before");
        job.traceparent = row.getString("traceparent");
        job.worker = row.getString("worker");
        job.leaseUntil = instant(row, "lease_until");
        job.progress = progress(row);
        job.failure = failure(row);
        job.filePath = row.getString("file_path");
        job.fileBytes = row.getLong("file_bytes");
        job.fileSeconds = row.getDouble("file_seconds");
        job.updatedAt = moment(row, "updated_at");
        job.finishedAt = instant(row, "finished_at");
        return job;
    }

    private static @Nullable Progress progress(Row row) {
        Long downloaded = row.getLong("downloaded_bytes");
        return downloaded == null
                ? null
                : new Progress(
                        row.getDouble("percent"),
                        downloaded,
                        row.getLong("total_bytes"),
                        row.getLong("bytes_per_second"),
                        row.getLong("eta_seconds"));
    }

    private static @Nullable Failure failure(Row row) {
        String code = row.getString("failure_code");
        return code == null
                ? null
                : new Failure(code, row.getString("failure_message"), row.getBoolean("failure_retryable"));
    }
}

package org.medianest.homelab.arr;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One download of one release. Where it stands follows from the time alone.
 *
 * @param wanted what it holds: one movie, or one or all episodes of a season
 * @param firstQueueId the queue has a record for each wanted one, numbered from here
 */
record Download(
        String downloadId,
        Work work,
        List<Wanted> wanted,
        String release,
        long size,
        Instant grabbed,
        Pace pace,
        Fate fate,
        int firstQueueId) {
    private static final double STOPS_AT = 0.4;

    Download {
        wanted = List.copyOf(wanted);
    }

    Download with(Fate newFate) {
        return new Download(downloadId, work, wanted, release, size, grabbed, pace, newFate, firstQueueId);
    }

    Progress at(Instant now) {
        Duration past = Duration.between(grabbed, now);
        if (past.compareTo(pace.queued()) < 0) {
            return new Progress.Queued();
        }
        if (past.compareTo(pace.untilDownloaded()) < 0) {
            return downloading(past.minus(pace.queued()));
        }
        return switch (fate) {
            case STALLS -> new Progress.Stalled(STOPS_AT);
            case FAILS -> new Progress.Failed(STOPS_AT);
            case IMPORT_BLOCKED ->
                past.compareTo(pace.untilImported()) < 0 ? new Progress.ImportPending() : new Progress.ImportBlocked();
            case ARRIVES, NOTHING_FOUND ->
                past.compareTo(pace.untilImported()) < 0 ? new Progress.ImportPending() : new Progress.Imported();
        };
    }

    private Progress downloading(Duration past) {
        double fraction = (double) past.toMillis() / Math.max(1, pace.download().toMillis());
        return switch (fate) {
            case STALLS -> fraction < STOPS_AT ? running(fraction, past) : new Progress.Stalled(STOPS_AT);
            case FAILS -> fraction < STOPS_AT ? running(fraction, past) : new Progress.Failed(STOPS_AT);
            default -> running(fraction, past);
        };
    }

    private Progress running(double fraction, Duration past) {
        return new Progress.Downloading(fraction, pace.download().minus(past));
    }
}

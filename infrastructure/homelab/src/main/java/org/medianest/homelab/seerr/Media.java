package org.medianest.homelab.seerr;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.medianest.homelab.catalogue.Film;
import org.medianest.homelab.catalogue.Season;
import org.medianest.homelab.catalogue.Series;
import org.medianest.homelab.catalogue.Title;

/** A title with which something was done. Belongs to {@link Seerr}, under whose lock it is read and changed. */
final class Media {
    private final int id;
    private final Title title;
    private final Instant created;
    private final Map<Integer, MediaStatus> seasons = new TreeMap<>();
    private MediaStatus status;
    private Instant updated;
    private @Nullable Instant added;
    private @Nullable Integer externalServiceId;

    Media(int id, Title title, MediaStatus status, Instant now) {
        this.id = id;
        this.title = title;
        this.status = status;
        this.created = now;
        this.updated = now;
    }

    int id() {
        return id;
    }

    Title title() {
        return title;
    }

    boolean isMovie() {
        return title instanceof Film;
    }

    /** {@code movie} or {@code tv}. */
    String type() {
        return isMovie() ? "movie" : "tv";
    }

    Optional<Integer> tvdbId() {
        return title instanceof Series series ? Optional.of(series.tvdbId()) : Optional.empty();
    }

    Instant created() {
        return created;
    }

    Instant updated() {
        return updated;
    }

    Optional<Instant> added() {
        return Optional.ofNullable(added);
    }

    Optional<Integer> externalServiceId() {
        return Optional.ofNullable(externalServiceId);
    }

    void externalServiceId(int idInArr) {
        externalServiceId = idInArr;
    }

    MediaStatus status() {
        return status;
    }

    void status(MediaStatus newStatus, Instant now) {
        if (status != newStatus) {
            status = newStatus;
            updated = now;
        }
        if (newStatus == MediaStatus.AVAILABLE || newStatus == MediaStatus.PARTIALLY_AVAILABLE) {
            added = added == null ? now : added;
        }
    }

    Map<Integer, MediaStatus> seasons() {
        return seasons;
    }

    MediaStatus season(int number) {
        return seasons.getOrDefault(number, MediaStatus.UNKNOWN);
    }

    void season(int number, MediaStatus newStatus) {
        seasons.put(number, newStatus);
    }

    /** What the seasons come to: all there, some there, or as it was. */
    void sumUp(Instant now) {
        if (!(title instanceof Series series)) {
            return;
        }
        boolean all = series.seasons().stream()
                .map(Season::number)
                .filter(number -> number > 0)
                .allMatch(number -> season(number) == MediaStatus.AVAILABLE);
        boolean some = seasons.values().stream()
                .anyMatch(one -> one == MediaStatus.AVAILABLE || one == MediaStatus.PARTIALLY_AVAILABLE);
        if (all) {
            status(MediaStatus.AVAILABLE, now);
        } else if (some) {
            status(MediaStatus.PARTIALLY_AVAILABLE, now);
        }
    }
}

package org.medianest.homelab.arr;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.medianest.homelab.catalogue.Film;

/** A movie in Radarr, which is all that there is to have of it. */
final class Movie implements Work, Wanted {
    private static final Duration UNTIL_HOME = Duration.ofDays(60);
    private static final long BYTES_A_MINUTE = 60_000_000;

    /** When it is good enough for a search, in the order of time. */
    enum Availability {
        ANNOUNCED("announced"),
        IN_CINEMAS("inCinemas"),
        RELEASED("released");

        private final String key;

        Availability(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }

        static Optional<Availability> of(@Nullable String text) {
            return List.of(values()).stream()
                    .filter(one -> one.key.equals(text))
                    .findFirst();
        }
    }

    private final int id;
    private final Film film;
    private final Instant added;
    private Optional<LocalDate> homeRelease = Optional.empty();
    private Keeping keeping;
    private Availability minimum;
    private @Nullable MediaFile file;

    Movie(int id, Film film, Instant added, Keeping keeping, Availability minimum) {
        this.id = id;
        this.film = film;
        this.added = added;
        this.keeping = keeping;
        this.minimum = minimum;
    }

    void change(Keeping newKeeping, Availability newMinimum) {
        keeping = newKeeping;
        minimum = newMinimum;
    }

    /** Has it come out for the home another day than it would by itself. */
    void homeRelease(LocalDate day) {
        homeRelease = Optional.of(day);
    }

    Film film() {
        return film;
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public int tmdbId() {
        return film.tmdbId();
    }

    @Override
    public String title() {
        return film.title();
    }

    @Override
    public Keeping keeping() {
        return keeping;
    }

    @Override
    public boolean isMonitored() {
        return keeping.monitored();
    }

    Instant added() {
        return added;
    }

    Availability minimum() {
        return minimum;
    }

    Instant inCinemas() {
        return film.released().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    Instant atHome() {
        return homeRelease
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .orElseGet(() -> inCinemas().plus(UNTIL_HOME));
    }

    String status(Instant now) {
        if (now.isBefore(inCinemas())) {
            return "announced";
        }
        return now.isBefore(atHome()) ? "inCinemas" : "released";
    }

    boolean isAvailable(Instant now) {
        return switch (minimum) {
            case ANNOUNCED -> true;
            case IN_CINEMAS -> !now.isBefore(inCinemas());
            case RELEASED -> !now.isBefore(atHome());
        };
    }

    /** There is nothing to find of what cannot be seen anywhere, however early somebody wants it. */
    @Override
    public boolean isOut(Instant now) {
        return isAvailable(now) && !now.isBefore(inCinemas());
    }

    @Override
    public List<Wanted> parts() {
        return List.of(this);
    }

    @Override
    public List<List<Wanted>> releases(List<Wanted> wanted) {
        return wanted.isEmpty() ? List.of() : List.of(new ArrayList<>(wanted));
    }

    @Override
    public String releaseName(List<Wanted> wanted) {
        return Names.release(title(), Integer.toString(film.year()));
    }

    @Override
    public String fileName() {
        return Names.folder(title(), film.year()) + " WEBDL-1080p.mkv";
    }

    @Override
    public long size() {
        return film.runtimeMinutes() * BYTES_A_MINUTE;
    }

    @Override
    public @Nullable MediaFile file() {
        return file;
    }

    @Override
    public void file(@Nullable MediaFile newFile) {
        file = newFile;
    }

    @Override
    public boolean isIn(org.medianest.homelab.world.MediaFile known) {
        return known.title().filter(film.key()::equals).isPresent();
    }
}

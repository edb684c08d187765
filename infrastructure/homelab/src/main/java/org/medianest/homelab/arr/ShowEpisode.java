package org.medianest.homelab.arr;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.medianest.homelab.catalogue.Episode;

/** An episode in Sonarr. */
final class ShowEpisode implements Wanted {
    private static final LocalTime PRIME_TIME = LocalTime.of(20, 0);
    private static final long BYTES_A_MINUTE = 40_000_000;

    private final int id;
    private final Show show;
    private final int season;
    private final Episode episode;
    private boolean monitored;
    private @Nullable MediaFile file;

    ShowEpisode(int id, Show show, int season, Episode episode) {
        this.id = id;
        this.show = show;
        this.season = season;
        this.episode = episode;
    }

    Show show() {
        return show;
    }

    int season() {
        return season;
    }

    int number() {
        return episode.number();
    }

    String name() {
        return episode.name();
    }

    LocalDate airDate() {
        return episode.airDate();
    }

    Instant airs() {
        return episode.airDate().atTime(PRIME_TIME).toInstant(ZoneOffset.UTC);
    }

    void monitored(boolean on) {
        monitored = on;
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public boolean isMonitored() {
        return monitored;
    }

    @Override
    public boolean isOut(Instant now) {
        return !now.isBefore(airs());
    }

    @Override
    public String fileName() {
        String folder = season == 0 ? "Specials" : "Season %02d".formatted(season);
        return "%s/%s - S%02dE%02d WEBDL-1080p.mkv"
                .formatted(folder, Names.folder(show.title(), show.series().year()), season, number());
    }

    @Override
    public long size() {
        return show.series().episodeMinutes() * BYTES_A_MINUTE;
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
        return known.season() == season
                && known.episode() == number()
                && known.title().filter(show.series().key()::equals).isPresent();
    }
}

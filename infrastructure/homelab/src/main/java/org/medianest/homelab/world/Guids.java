package org.medianest.homelab.world;

import java.util.ArrayList;
import java.util.List;
import org.medianest.homelab.catalogue.Film;
import org.medianest.homelab.catalogue.Series;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.catalogue.TitleType;

/** The names that Plex has for titles of the catalogue. */
public final class Guids {
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private Guids() {}

    /** What stands behind {@code plex://movie/}: 24 hexadecimal digits. */
    public static String key(TitleKey title) {
        long mixed = (title.tmdbId() + (title.type() == TitleType.MOVIE ? 0L : 1L << 40)) * SPREAD;
        return "5d77%020x".formatted(mixed & Long.MAX_VALUE);
    }

    public static String plex(TitleKey title) {
        return "plex://%s/%s".formatted(title.type() == TitleType.MOVIE ? "movie" : "show", key(title));
    }

    /** In the order in which Plex lists them. */
    public static List<String> foreign(Title title) {
        List<String> guids = new ArrayList<>();
        guids.add("imdb://" + title.facts().imdbId());
        guids.add("tmdb://" + title.tmdbId());
        switch (title) {
            case Film film -> {}
            case Series series -> guids.add("tvdb://" + series.tvdbId());
        }
        return guids;
    }
}

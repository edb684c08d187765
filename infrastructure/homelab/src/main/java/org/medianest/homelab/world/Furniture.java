package org.medianest.homelab.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.medianest.homelab.catalogue.TitleKey;

/** What the household's library holds at first. */
final class Furniture {
    /** Newest first, some days between them. */
    private static final int[] FILMS = {
        964, 775, 3085, 234, 22596, 10331, 19, 4808, 631, 780, 28963, 643, 1405, 26317, 13562, 17058, 24452, 22744,
        57283, 10378
    };

    private static final int LEGACY_TMDB = 10513;
    private static final int LEGACY_IMDB = 21159;

    private final Library library;
    private final Files files;
    private final ItemMaker maker;
    private final Instant now;

    Furniture(Library library, Files files, ItemMaker maker, Instant now) {
        this.library = library;
        this.files = files;
        this.maker = maker;
        this.now = now;
    }

    void put() {
        for (int i = FILMS.length - 1; i >= 0; i--) {
            put(maker.fileOf(TitleKey.movie(FILMS[i]), 0, 0, daysAgo(1 + 3 * i)));
        }
        season(9100001, 1, 39, 40);
        season(19, 1, 22, 30);
        season(19, 2, 14, 9);
        season(9100013, 1, 8, 20);
        put(new MediaFile(
                Library.MOVIES.location() + "/Holiday 2019/Holiday 2019.mp4",
                Optional.empty(),
                0,
                0,
                900_000_000,
                daysAgo(90)));
        legacy(LEGACY_TMDB, "com.plexapp.agents.themoviedb://10513?lang=en");
        legacy(LEGACY_IMDB, "com.plexapp.agents.imdb://tt0058700?lang=en");
    }

    private void season(int tmdbId, int season, int episodes, int daysAgo) {
        for (int episode = 1; episode <= episodes; episode++) {
            put(maker.fileOf(TitleKey.series(tmdbId), season, episode, daysAgo(daysAgo)));
        }
    }

    private void legacy(int tmdbId, String guid) {
        files.putSilently(maker.fileOf(TitleKey.movie(tmdbId), 0, 0, daysAgo(400)));
        library.furnish(Library.MOVIES, tmdbId, guid, daysAgo(400));
    }

    private void put(MediaFile file) {
        files.putSilently(file);
        library.furnish(file);
    }

    private Instant daysAgo(int days) {
        return now.minus(Duration.ofDays(days)).minus(Duration.ofMinutes(7L * days));
    }
}

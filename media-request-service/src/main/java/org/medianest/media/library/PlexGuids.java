package org.medianest.media.library;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a Plex item is in the catalogues of others. Today's agents list them beside the item's own id; those of former days are that id.
 *
 * @param unmatched why it is not known what it is; null when it is
 */
record PlexGuids(
        @Nullable Integer tmdb,
        @Nullable String imdb,
        @Nullable Integer tvdb,
        @Nullable String unmatched) {
    private static final Pattern GUID = Pattern.compile(
            "(?:com\\.plexapp\\.agents\\.)?(tmdb|themoviedb|imdb|tvdb|thetvdb)://((?:tt)?\\d{1,10})(?:[/?].*)?");

    /**
     * Reads them.
     *
     * @param own the id of the item itself
     * @param others those that are listed with it
     */
    static PlexGuids of(String own, List<String> others) {
        Integer tmdb = null;
        String imdb = null;
        Integer tvdb = null;
        for (String guid : others) {
            Matcher match = GUID.matcher(guid);
            if (match.matches()) {
                tmdb = tmdb == null ? number(match, "tmdb", "themoviedb") : tmdb;
                imdb = imdb == null ? imdb(match) : imdb;
                tvdb = tvdb == null ? number(match, "tvdb", "thetvdb") : tvdb;
            }
        }
        Matcher legacy = GUID.matcher(own);
        if (legacy.matches()) {
            tmdb = tmdb == null ? number(legacy, "tmdb", "themoviedb") : tmdb;
            imdb = imdb == null ? imdb(legacy) : imdb;
            tvdb = tvdb == null ? number(legacy, "tvdb", "thetvdb") : tvdb;
        }
        return new PlexGuids(tmdb, imdb, tvdb, tmdb == null ? reason(own, imdb, tvdb) : null);
    }

    private static String reason(String own, @Nullable String imdb, @Nullable Integer tvdb) {
        if (imdb != null || tvdb != null) {
            return "TMDB has not been asked yet what this is.";
        }
        return own.startsWith("local://") || own.startsWith("com.plexapp.agents.none")
                ? "Plex has not recognised it. Match it there."
                : "Plex does not say which title it is. Refresh its metadata there.";
    }

    private static @Nullable Integer number(Matcher match, String today, String formerly) {
        boolean named = match.group(1).equals(today) || match.group(1).equals(formerly);
        return named && !match.group(2).startsWith("tt") ? number(match.group(2)) : null;
    }

    private static @Nullable Integer number(String digits) {
        long number = Long.parseLong(digits);
        return number > 0 && number <= Integer.MAX_VALUE ? (int) number : null;
    }

    private static @Nullable String imdb(Matcher match) {
        return match.group(1).equals("imdb") && match.group(2).startsWith("tt") ? match.group(2) : null;
    }
}

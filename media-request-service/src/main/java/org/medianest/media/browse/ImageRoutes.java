package org.medianest.media.browse;

import org.jspecify.annotations.Nullable;

/** Where our own routes show pictures: browsers never ask TMDB or Plex for them. */
final class ImageRoutes {
    static final String PATH = "/api/v1/media/images";

    private ImageRoutes() {}

    static @Nullable String poster(@Nullable String path) {
        return tmdb("w342", path);
    }

    static @Nullable String backdrop(@Nullable String path) {
        return tmdb("w1280", path);
    }

    static @Nullable String profile(@Nullable String path) {
        return tmdb("w185", path);
    }

    static String plexPoster(String ratingKey) {
        return PATH + "/plex/" + ratingKey + "/thumb";
    }

    private static @Nullable String tmdb(String size, @Nullable String path) {
        return path == null ? null : PATH + "/tmdb/" + size + path;
    }
}

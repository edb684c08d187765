package org.medianest.media.request;

import org.jspecify.annotations.Nullable;

/** Where our own image route shows pictures of TMDB. */
final class Pictures {
    private static final String ROUTE = "/api/v1/media/images/tmdb/";

    private Pictures() {}

    static @Nullable String poster(@Nullable String path) {
        return path == null ? null : ROUTE + "w342" + path;
    }

    static @Nullable String backdrop(@Nullable String path) {
        return path == null ? null : ROUTE + "w1280" + path;
    }
}

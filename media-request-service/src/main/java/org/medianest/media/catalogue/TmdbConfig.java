package org.medianest.media.catalogue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How TMDB is asked. */
@ConfigMapping(prefix = "medianest.tmdb")
public interface TmdbConfig {
    @WithDefault("https://api.themoviedb.org/3")
    URI url();

    @WithDefault("https://image.tmdb.org/t/p")
    URI imagesUrl();

    /** Of titles and descriptions. */
    @WithDefault("en-US")
    String language();

    /** Whose age ratings, release dates and providers count. */
    @WithDefault("US")
    String region();

    /** How long a title is not asked for again. */
    @WithDefault("12h")
    Duration titleFresh();

    /** How long a list or a search is not asked for again. */
    @WithDefault("1h")
    Duration listFresh();

    /** How long genres, providers, and the ids of other catalogues, are not asked for again. */
    @WithDefault("7d")
    Duration genresFresh();
}

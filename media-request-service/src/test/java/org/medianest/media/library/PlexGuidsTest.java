package org.medianest.media.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlexGuidsTest {
    @Test
    void idsStandBesideTheItemsOwn() {
        PlexGuids guids = PlexGuids.of("plex://movie/5d77", List.of("imdb://tt0133093", "tmdb://603", "tvdb://169"));

        assertThat(guids).isEqualTo(new PlexGuids(603, "tt0133093", 169, null));
    }

    @Test
    void agentsOfFormerDaysAreTheItemsOwn() {
        assertThat(PlexGuids.of("com.plexapp.agents.themoviedb://603?lang=en", List.of())
                        .tmdb())
                .isEqualTo(603);
        assertThat(PlexGuids.of("com.plexapp.agents.thetvdb://81189/1/2?lang=en", List.of())
                        .tvdb())
                .isEqualTo(81_189);
        assertThat(PlexGuids.of("com.plexapp.agents.imdb://tt0133093?lang=en", List.of())
                        .imdb())
                .isEqualTo("tt0133093");
    }

    @Test
    void whatIsNotMatchedSaysWhy() {
        assertThat(PlexGuids.of("local://102", List.of()).unmatched()).startsWith("Plex has not recognised it");
        assertThat(PlexGuids.of("plex://movie/1", List.of()).unmatched()).startsWith("Plex does not say");
        assertThat(PlexGuids.of("plex://movie/1", List.of("imdb://tt1")).unmatched())
                .startsWith("TMDB has not been");
    }

    @Test
    void numbersThatAreNoneAreIgnored() {
        PlexGuids guids = PlexGuids.of("", List.of("tmdb://9999999999", "tmdb://x", "tmdb://0", "7", "imdb://133093"));

        assertThat(guids.tmdb()).isNull();
        assertThat(guids.imdb()).isNull();
    }
}

package org.medianest.homelab.catalogue;

import java.util.List;
import java.util.Optional;

/** A series with its seasons, of which number 0 holds the specials. */
public record Series(Facts facts, int tvdbId, int episodeMinutes, boolean ended, List<Season> seasons)
        implements Title {
    public Series {
        seasons = List.copyOf(seasons);
    }

    @Override
    public TitleKey key() {
        return TitleKey.series(facts.tmdbId());
    }

    public Optional<Season> season(int number) {
        return seasons.stream().filter(season -> season.number() == number).findFirst();
    }
}

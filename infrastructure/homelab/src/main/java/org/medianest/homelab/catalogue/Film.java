package org.medianest.homelab.catalogue;

/** A film. */
public record Film(Facts facts, int runtimeMinutes) implements Title {
    @Override
    public TitleKey key() {
        return TitleKey.movie(facts.tmdbId());
    }
}

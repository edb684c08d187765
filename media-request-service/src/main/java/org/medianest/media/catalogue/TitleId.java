package org.medianest.media.catalogue;

/** A film or a series. TMDB counts them apart: the same number is a film and a series, which have nothing to do with each other. */
public record TitleId(MediaType type, int tmdbId) {}

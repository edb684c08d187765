package org.medianest.media.catalogue;

/** A service that shows films or series, with TMDB's number of it. */
public record Provider(int id, String name) {}

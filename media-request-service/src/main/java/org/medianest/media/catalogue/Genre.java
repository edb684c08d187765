package org.medianest.media.catalogue;

/** A kind of film or series. */
public record Genre(int id, String name) {}

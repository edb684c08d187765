package org.medianest.homelab.catalogue;

/** A genre with TMDB's number of it. */
public record Genre(int id, String name) {}

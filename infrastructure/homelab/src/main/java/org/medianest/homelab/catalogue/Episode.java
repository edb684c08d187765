package org.medianest.homelab.catalogue;

import java.time.LocalDate;

/** An episode of a season. */
public record Episode(int number, String name, LocalDate airDate) {}

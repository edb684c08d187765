package org.medianest.homelab.catalogue;

/** Who played whom. */
public record CastMember(String name, String character) {}

package org.medianest.homelab.system;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The systems of the homelab; each has a port. */
public enum SystemName {
    /** plex.tv, app.plex.tv, clients.plex.tv and discover.provider.plex.tv together. */
    PLEX_TV,
    /** The household's Plex Media Server. */
    PLEX,
    TMDB,
    SEERR,
    RADARR,
    SONARR,
    UPTIME_KUMA,
    MAILBOX,
    /** The homelab itself. */
    CONTROL;

    /** As settings and the control API spell it, such as {@code plex-tv}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Takes both spellings, {@code plex-tv} and {@code PLEX_TV}. */
    public static Optional<SystemName> of(String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return Stream.of(values()).filter(system -> system.name().equals(name)).findFirst();
    }
}

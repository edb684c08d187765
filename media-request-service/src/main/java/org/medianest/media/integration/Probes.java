package org.medianest.media.integration;

import java.net.URI;
import org.medianest.media.system.SystemKind;

/** Where each kind of system says that it is up, without a key. */
final class Probes {
    private Probes() {}

    static String url(SystemKind kind, URI url) {
        return url + path(kind);
    }

    /** Every address is asked with the key too when we have one: this tells whether it is still taken, where that is possible. */
    static String pathWithKey(SystemKind kind) {
        return switch (kind) {
            case PLEX -> "/library/sections";
            case TMDB -> "/configuration";
            case SEERR -> "/api/v1/status";
            case RADARR, SONARR -> "/api/v3/system/status";
        };
    }

    private static String path(SystemKind kind) {
        return switch (kind) {
            case PLEX -> "/identity";
            case TMDB -> "/configuration";
            case SEERR -> "/api/v1/status";
            case RADARR, SONARR -> "/ping";
        };
    }
}

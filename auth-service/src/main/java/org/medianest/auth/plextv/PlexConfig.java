package org.medianest.auth.plextv;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where Plex is, and how we go about it. */
@ConfigMapping(prefix = "medianest.plex")
public interface PlexConfig {
    /** Accounts and PINs. */
    @WithDefault("https://plex.tv")
    URI url();

    /** What an account has access to. */
    @WithDefault("https://clients.plex.tv")
    URI clientsUrl();

    /** Where browsers are sent to sign in. */
    @WithDefault("https://app.plex.tv")
    URI appUrl();

    /** How long we wait for an answer. */
    @WithDefault("5s")
    Duration timeout();

    /** How often we look whether people still have access to the server. */
    @WithDefault("24h")
    Duration recheck();

    /** How often one address may begin to sign in within {@link #startsWindow}. */
    @WithDefault("20")
    int starts();

    /** The time in which these starts are counted. */
    @WithDefault("10m")
    Duration startsWindow();
}

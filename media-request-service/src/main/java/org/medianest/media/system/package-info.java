/** One way to speak to the systems that are not ours: Plex, TMDB, Seerr, Radarr, Sonarr. */
@NullMarked
package org.medianest.media.system;

import org.jspecify.annotations.NullMarked;

/** The household's Plex Media Server. */
@NullMarked
package org.medianest.homelab.plex;

import org.jspecify.annotations.NullMarked;

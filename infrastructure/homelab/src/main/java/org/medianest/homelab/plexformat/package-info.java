/** Plex says everything twice: as XML unless JSON is asked for. */
@NullMarked
package org.medianest.homelab.plexformat;

import org.jspecify.annotations.NullMarked;

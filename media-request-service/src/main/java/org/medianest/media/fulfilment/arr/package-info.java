/** Radarr and Sonarr, spoken to directly. */
@NullMarked
package org.medianest.media.fulfilment.arr;

import org.jspecify.annotations.NullMarked;

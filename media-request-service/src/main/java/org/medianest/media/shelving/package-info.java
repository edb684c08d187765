/** Downloads in Plex: their folder is scanned, and each person's are a collection. */
@NullMarked
package org.medianest.media.shelving;

import org.jspecify.annotations.NullMarked;

/** What films and series there are, as TMDB knows them. */
@NullMarked
package org.medianest.media.catalogue;

import org.jspecify.annotations.NullMarked;

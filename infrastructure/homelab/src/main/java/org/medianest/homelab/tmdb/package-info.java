/** api.themoviedb.org and image.tmdb.org. */
@NullMarked
package org.medianest.homelab.tmdb;

import org.jspecify.annotations.NullMarked;

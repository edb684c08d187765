/** Posters, backdrops and portraits, drawn by the program: no picture is kept and none is anybody else's. */
@NullMarked
package org.medianest.homelab.artwork;

import org.jspecify.annotations.NullMarked;

/** Seerr (and Overseerr): who asked for what, who allowed it, and how far it is. */
@NullMarked
package org.medianest.homelab.seerr;

import org.jspecify.annotations.NullMarked;

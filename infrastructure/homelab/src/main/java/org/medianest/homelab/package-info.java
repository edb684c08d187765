/** Stand-ins for the systems around MediaNest, each on a port of its own, joined by one world. */
@NullMarked
package org.medianest.homelab;

import org.jspecify.annotations.NullMarked;

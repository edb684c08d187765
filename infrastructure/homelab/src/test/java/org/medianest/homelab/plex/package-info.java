@NullMarked
package org.medianest.homelab.plex;

import org.jspecify.annotations.NullMarked;

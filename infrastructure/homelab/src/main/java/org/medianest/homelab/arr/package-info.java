/** Radarr and Sonarr v3: two faces of one engine that searches, grabs, downloads and imports by the homelab's clock. */
@NullMarked
package org.medianest.homelab.arr;

import org.jspecify.annotations.NullMarked;

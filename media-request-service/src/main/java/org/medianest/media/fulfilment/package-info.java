/** Getting what was approved: one port, behind it Overseerr/Seerr or Radarr and Sonarr. */
@NullMarked
package org.medianest.media.fulfilment;

import org.jspecify.annotations.NullMarked;

/** Seerr and Overseerr. */
@NullMarked
package org.medianest.media.fulfilment.seerr;

import org.jspecify.annotations.NullMarked;

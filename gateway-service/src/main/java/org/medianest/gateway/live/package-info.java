/** The live feed over WebSocket. */
@NullMarked
package org.medianest.gateway.live;

import org.jspecify.annotations.NullMarked;

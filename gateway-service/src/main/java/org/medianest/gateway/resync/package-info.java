/** Asking other services for what they said before the gateway was there. */
@NullMarked
package org.medianest.gateway.resync;

import org.jspecify.annotations.NullMarked;

/** How much anybody may ask, counted in Redis. */
@NullMarked
package org.medianest.gateway.limits;

import org.jspecify.annotations.NullMarked;

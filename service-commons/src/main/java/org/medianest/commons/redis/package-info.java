/** Redis, for threads that may wait. */
@NullMarked
package org.medianest.commons.redis;

import org.jspecify.annotations.NullMarked;

/** Redis, asked without much patience. */
@NullMarked
package org.medianest.gateway.redis;

import org.jspecify.annotations.NullMarked;

/** The Redis server of the machine, or the one that comes as a Maven artifact. */
@NullMarked
package org.medianest.local.redis;

import org.jspecify.annotations.NullMarked;

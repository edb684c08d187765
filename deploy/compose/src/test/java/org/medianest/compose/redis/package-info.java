/** The real Redis with the files of {@code infrastructure/redis}. */
@NullMarked
package org.medianest.compose.redis;

import org.jspecify.annotations.NullMarked;

/** Redis, asked without much patience: lines that are given up when they fall silent, and who may use which. */
@NullMarked
package org.medianest.commons.redis;

import org.jspecify.annotations.NullMarked;

/** Updates: every service is replaced while people use it. */
@NullMarked
package org.medianest.compose.rollout;

import org.jspecify.annotations.NullMarked;

/** Leaving without a failed request. */
@NullMarked
package org.medianest.commons.drain;

import org.jspecify.annotations.NullMarked;

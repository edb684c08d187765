/** Who calls, and what they may do. */
@NullMarked
package org.medianest.commons.identity;

import org.jspecify.annotations.NullMarked;

/** Asking other services for what they said before this one came. */
@NullMarked
package org.medianest.media.resync;

import org.jspecify.annotations.NullMarked;

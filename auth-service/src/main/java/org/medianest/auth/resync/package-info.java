/** Asking other services for what they said before this one was there. */
@NullMarked
package org.medianest.auth.resync;

import org.jspecify.annotations.NullMarked;

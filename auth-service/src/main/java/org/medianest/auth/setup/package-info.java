/** The first visit: a code from the log makes the first admin. */
@NullMarked
package org.medianest.auth.setup;

import org.jspecify.annotations.NullMarked;

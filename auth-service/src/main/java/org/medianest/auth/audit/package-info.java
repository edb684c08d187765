/** The log of who did what to whom. */
@NullMarked
package org.medianest.auth.audit;

import org.jspecify.annotations.NullMarked;

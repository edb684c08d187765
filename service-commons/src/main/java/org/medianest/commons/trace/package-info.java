/** Which request a piece of work belongs to. */
@NullMarked
package org.medianest.commons.trace;

import org.jspecify.annotations.NullMarked;

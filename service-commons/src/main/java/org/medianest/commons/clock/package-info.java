/** What time it is. */
@NullMarked
package org.medianest.commons.clock;

import org.jspecify.annotations.NullMarked;

/** What is kept for a while, and then goes. */
@NullMarked
package org.medianest.commons.tidying;

import org.jspecify.annotations.NullMarked;

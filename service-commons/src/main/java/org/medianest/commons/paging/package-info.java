/** Keyset pages. */
@NullMarked
package org.medianest.commons.paging;

import org.jspecify.annotations.NullMarked;

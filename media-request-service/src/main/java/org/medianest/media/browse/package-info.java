/** Finding titles: search, lists, their pages, and their pictures. */
@NullMarked
package org.medianest.media.browse;

import org.jspecify.annotations.NullMarked;

/** What people ask for: from the wish over the decision and the way to the library, with everybody who waits for it. */
@NullMarked
package org.medianest.media.request;

import org.jspecify.annotations.NullMarked;

/** Fast, throw-away news for the people who are watching. */
@NullMarked
package org.medianest.commons.live;

import org.jspecify.annotations.NullMarked;

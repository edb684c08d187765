/** How JSON is read. */
@NullMarked
package org.medianest.commons.json;

import org.jspecify.annotations.NullMarked;

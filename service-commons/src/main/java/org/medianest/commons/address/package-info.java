/** Which addresses are out in the world. */
@NullMarked
package org.medianest.commons.address;

import org.jspecify.annotations.NullMarked;

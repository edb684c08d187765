/** When to stop asking who does not answer. */
@NullMarked
package org.medianest.commons.circuit;

import org.jspecify.annotations.NullMarked;

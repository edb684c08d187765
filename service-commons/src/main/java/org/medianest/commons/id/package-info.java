/** Identifiers. */
@NullMarked
package org.medianest.commons.id;

import org.jspecify.annotations.NullMarked;

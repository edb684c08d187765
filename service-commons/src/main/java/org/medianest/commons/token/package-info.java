/** Verifying the tokens that the gateway sends inside. */
@NullMarked
package org.medianest.commons.token;

import org.jspecify.annotations.NullMarked;

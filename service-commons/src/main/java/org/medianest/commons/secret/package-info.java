/** Encryption of secrets at rest. */
@NullMarked
package org.medianest.commons.secret;

import org.jspecify.annotations.NullMarked;

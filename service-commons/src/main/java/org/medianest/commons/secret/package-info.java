/** Secrets: how they are made, and encrypted at rest. */
@NullMarked
package org.medianest.commons.secret;

import org.jspecify.annotations.NullMarked;

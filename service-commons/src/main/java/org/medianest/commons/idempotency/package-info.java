/** A request that is sent twice is done once. */
@NullMarked
package org.medianest.commons.idempotency;

import org.jspecify.annotations.NullMarked;

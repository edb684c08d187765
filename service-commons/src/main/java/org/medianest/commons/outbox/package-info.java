/** Publishing: events are rows first, written in the transaction of the change they tell of. */
@NullMarked
package org.medianest.commons.outbox;

import org.jspecify.annotations.NullMarked;

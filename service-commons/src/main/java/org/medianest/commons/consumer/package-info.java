/** Consuming: a handler's effect and the note that it happened are one transaction. */
@NullMarked
package org.medianest.commons.consumer;

import org.jspecify.annotations.NullMarked;

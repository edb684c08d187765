/** Trains the start of the services: what they load in a real visit is kept ready for every later start. */
@NullMarked
package org.medianest.local.train;

import org.jspecify.annotations.NullMarked;

/** Fixtures: the services behind the door, told by each request how to behave, and clients that say what no honest client would. */
@NullMarked
package org.medianest.gateway.testing;

import org.jspecify.annotations.NullMarked;

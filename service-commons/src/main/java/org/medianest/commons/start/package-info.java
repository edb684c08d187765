/** How a service is called as a program: to serve, or to say how the one that serves is. */
@NullMarked
package org.medianest.commons.start;

import org.jspecify.annotations.NullMarked;

/** What is refused before anybody looks closer: odd paths, odd methods, other sites. */
@NullMarked
package org.medianest.gateway.guard;

import org.jspecify.annotations.NullMarked;

/** The services behind the door: where they are and whether they answer. */
@NullMarked
package org.medianest.gateway.backend;

import org.jspecify.annotations.NullMarked;

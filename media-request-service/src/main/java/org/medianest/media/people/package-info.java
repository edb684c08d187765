/** The people who ask for films and shows, as a copy of what auth-service says of them. */
@NullMarked
package org.medianest.media.people;

import org.jspecify.annotations.NullMarked;

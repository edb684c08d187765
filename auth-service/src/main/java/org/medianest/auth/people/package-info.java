/** The people of the house, in the hands of an admin. */
@NullMarked
package org.medianest.auth.people;

import org.jspecify.annotations.NullMarked;

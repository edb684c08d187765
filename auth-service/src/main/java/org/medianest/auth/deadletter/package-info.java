/** The events that a service has given up on, in the hands of an admin. */
@NullMarked
package org.medianest.auth.deadletter;

import org.jspecify.annotations.NullMarked;

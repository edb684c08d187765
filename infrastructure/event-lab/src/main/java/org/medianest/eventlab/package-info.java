/** A service that does nothing but say and hear events: equipment of the fault suite and of the benchmark, never of a service. */
@NullMarked
package org.medianest.eventlab;

import org.jspecify.annotations.NullMarked;

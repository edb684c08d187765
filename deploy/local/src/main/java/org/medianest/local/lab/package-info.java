/** Postgres, Redis and stations of the event-lab as processes, for the benchmark of events and for breaking them on purpose. */
@NullMarked
package org.medianest.local.lab;

import org.jspecify.annotations.NullMarked;

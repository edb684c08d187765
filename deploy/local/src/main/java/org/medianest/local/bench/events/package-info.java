/** What it takes from saying an event to its effect, side by side with BullMQ on the same servers. */
@NullMarked
package org.medianest.local.bench.events;

import org.jspecify.annotations.NullMarked;

/** Keeps what a request needs on the event loop of the request. */
@NullMarked
package org.medianest.gateway.loop;

import org.jspecify.annotations.NullMarked;

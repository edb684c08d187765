/** Passes requests on to the services, and answers back. */
@NullMarked
package org.medianest.gateway.proxy;

import org.jspecify.annotations.NullMarked;

/** From the cookie of a browser to the token that the services believe. */
@NullMarked
package org.medianest.gateway.session;

import org.jspecify.annotations.NullMarked;

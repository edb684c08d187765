/** The API of the status and of what is possible at the moment. */
@NullMarked
package org.medianest.gateway.status;

import org.jspecify.annotations.NullMarked;

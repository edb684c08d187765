/** The only door to the services. */
@NullMarked
package org.medianest.gateway;

import org.jspecify.annotations.NullMarked;

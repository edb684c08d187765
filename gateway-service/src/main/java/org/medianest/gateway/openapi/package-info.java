/** One document of all that is public, made from those of the services. */
@NullMarked
package org.medianest.gateway.openapi;

import org.jspecify.annotations.NullMarked;

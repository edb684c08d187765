/** Lets requests in: finds out whose they are and whether they are too many, with one question to Redis. */
@NullMarked
package org.medianest.gateway.admission;

import org.jspecify.annotations.NullMarked;

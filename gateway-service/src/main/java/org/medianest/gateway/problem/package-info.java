/** Refusals of the gateway as problem documents. */
@NullMarked
package org.medianest.gateway.problem;

import org.jspecify.annotations.NullMarked;

/** Refusals as RFC 9457 problem documents: one list of them a service, one shape for all. */
@NullMarked
package org.medianest.commons.problem;

import org.jspecify.annotations.NullMarked;

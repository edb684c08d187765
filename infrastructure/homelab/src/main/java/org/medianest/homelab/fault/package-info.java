/** Trouble on purpose: what can be wrong with a system, and the handler that makes it so. */
@NullMarked
package org.medianest.homelab.fault;

import org.jspecify.annotations.NullMarked;

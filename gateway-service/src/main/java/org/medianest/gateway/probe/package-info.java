/** Looking for ourselves whether a service or a system answers. */
@NullMarked
package org.medianest.gateway.probe;

import org.jspecify.annotations.NullMarked;

/** Events that a consumer has given up on: kept aside until somebody has them tried again, or throws them away. */
@NullMarked
package org.medianest.commons.deadletter;

import org.jspecify.annotations.NullMarked;

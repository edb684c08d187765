/** One replica of a service does a thing at a time. */
@NullMarked
package org.medianest.commons.leader;

import org.jspecify.annotations.NullMarked;

/** What all services say of themselves to Prometheus, and do not. */
@NullMarked
package org.medianest.commons.metrics;

import org.jspecify.annotations.NullMarked;

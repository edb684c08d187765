/** Prometheus, its alerts, Alertmanager and the dashboards, against the real services. */
@NullMarked
package org.medianest.compose.monitoring;

import org.jspecify.annotations.NullMarked;

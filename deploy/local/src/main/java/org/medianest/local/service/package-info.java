/** The services of MediaNest as processes: their flags, environment and readiness. */
@NullMarked
package org.medianest.local.service;

import org.jspecify.annotations.NullMarked;

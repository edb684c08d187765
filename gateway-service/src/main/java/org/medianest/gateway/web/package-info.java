/** The built web UI, where no nginx stands in front. */
@NullMarked
package org.medianest.gateway.web;

import org.jspecify.annotations.NullMarked;

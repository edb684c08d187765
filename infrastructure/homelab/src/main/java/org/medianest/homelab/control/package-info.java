/** The homelab's own API, for the demo and for tests in a browser. */
@NullMarked
package org.medianest.homelab.control;

import org.jspecify.annotations.NullMarked;

/** A MediaNest among stand-ins of all systems around it, with a household that lives in it. */
@NullMarked
package org.medianest.local.demo;

import org.jspecify.annotations.NullMarked;

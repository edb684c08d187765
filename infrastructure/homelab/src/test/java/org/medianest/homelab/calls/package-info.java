/** How the homelab's own tests speak to it. */
@NullMarked
package org.medianest.homelab.calls;

import org.jspecify.annotations.NullMarked;

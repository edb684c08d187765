/** What the real systems answer, as their documentation and their sources show it, held against the stand-ins. */
@NullMarked
package org.medianest.homelab.contract;

import org.jspecify.annotations.NullMarked;

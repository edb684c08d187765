/** The films and series that exist in the homelab, and their pictures. */
@NullMarked
package org.medianest.homelab.catalogue;

import org.jspecify.annotations.NullMarked;

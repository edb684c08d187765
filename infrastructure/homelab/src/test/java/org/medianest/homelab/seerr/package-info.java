@NullMarked
package org.medianest.homelab.seerr;

import org.jspecify.annotations.NullMarked;

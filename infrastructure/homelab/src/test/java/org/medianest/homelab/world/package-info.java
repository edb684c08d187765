@NullMarked
package org.medianest.homelab.world;

import org.jspecify.annotations.NullMarked;

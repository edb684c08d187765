@NullMarked
package org.medianest.homelab.plextv;

import org.jspecify.annotations.NullMarked;

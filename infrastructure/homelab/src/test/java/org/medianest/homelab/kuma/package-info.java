@NullMarked
package org.medianest.homelab.kuma;

import org.jspecify.annotations.NullMarked;

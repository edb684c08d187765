@NullMarked
package org.medianest.homelab;

import org.jspecify.annotations.NullMarked;

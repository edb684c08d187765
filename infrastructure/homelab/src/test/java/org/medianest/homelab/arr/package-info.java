@NullMarked
package org.medianest.homelab.arr;

import org.jspecify.annotations.NullMarked;

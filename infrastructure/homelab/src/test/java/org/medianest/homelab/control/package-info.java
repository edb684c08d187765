@NullMarked
package org.medianest.homelab.control;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.medianest.homelab.fault;

import org.jspecify.annotations.NullMarked;

/** Uptime Kuma 2: monitors that beat by the homelab's clock, over socket.io, as status pages and as metrics. */
@NullMarked
package org.medianest.homelab.kuma;

import org.jspecify.annotations.NullMarked;

/** What a household's Uptime Kuma knows. */
@NullMarked
package org.medianest.gateway.uptimekuma;

import org.jspecify.annotations.NullMarked;

/** What the stand-ins say to others: webhooks, in order and once, unless a test wants them late, twice or out of order. */
@NullMarked
package org.medianest.homelab.hook;

import org.jspecify.annotations.NullMarked;

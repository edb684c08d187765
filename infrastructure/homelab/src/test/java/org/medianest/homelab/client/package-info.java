/** What tests of stand-ins speak with. */
@NullMarked
package org.medianest.homelab.client;

import org.jspecify.annotations.NullMarked;

/** The state that the stand-ins share: people, library, files, what is wanted, and the time. */
@NullMarked
package org.medianest.homelab.world;

import org.jspecify.annotations.NullMarked;

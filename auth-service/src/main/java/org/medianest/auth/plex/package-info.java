/** Signing in with Plex: whoever has a share of the house's Plex server may come in. */
@NullMarked
package org.medianest.auth.plex;

import org.jspecify.annotations.NullMarked;

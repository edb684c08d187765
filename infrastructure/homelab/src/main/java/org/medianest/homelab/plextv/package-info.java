/** plex.tv, app.plex.tv, clients.plex.tv and discover.provider.plex.tv. */
@NullMarked
package org.medianest.homelab.plextv;

import org.jspecify.annotations.NullMarked;

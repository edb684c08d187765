/** What auth-service, who knows plex.tv, gives to media-request-service, who knows the Plex server. */
@NullMarked
package org.medianest.commons.plex;

import org.jspecify.annotations.NullMarked;

/** What is on the Plex server. */
@NullMarked
package org.medianest.media.library;

import org.jspecify.annotations.NullMarked;

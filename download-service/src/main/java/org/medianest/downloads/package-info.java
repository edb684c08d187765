/** Videos from other sites: asked for as jobs, fetched by yt-dlp, kept in the library. */
@NullMarked
package org.medianest.downloads;

import org.jspecify.annotations.NullMarked;

/** Measures: start, memory, gateway against nginx, download against bare yt-dlp. */
@NullMarked
package org.medianest.local.bench;

import org.jspecify.annotations.NullMarked;

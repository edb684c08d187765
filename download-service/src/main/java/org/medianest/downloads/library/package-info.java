/** The media volume: names, places, and the delivery of files to their owners. Knows nothing of jobs. */
@NullMarked
package org.medianest.downloads.library;

import org.jspecify.annotations.NullMarked;

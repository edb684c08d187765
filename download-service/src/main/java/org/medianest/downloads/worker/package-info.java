/** Runs jobs. The only place that starts a process. */
@NullMarked
package org.medianest.downloads.worker;

import org.jspecify.annotations.NullMarked;

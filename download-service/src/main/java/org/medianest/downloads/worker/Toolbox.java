package org.medianest.downloads.worker;

import java.nio.file.Path;

/**
 * All that a run needs to start, known to be there.
 *
 * @param instance marks the processes of this worker; no other worker on this volume bears it
 */
record Toolbox(YtDlp ytDlp, Path ffprobe, String instance) {}

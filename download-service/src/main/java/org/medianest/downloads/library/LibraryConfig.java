package org.medianest.downloads.library;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where files live. */
@ConfigMapping(prefix = "medianest.downloads")
public interface LibraryConfig {
    /** The media volume: a folder for each person, and {@code .staging} for what is not finished. */
    @WithDefault("/var/lib/medianest/media")
    Path library();
}

package org.medianest.downloads.worker;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A program that downloads need.
 *
 * @param named whether its path was configured rather than found
 * @param question the option that makes it tell its version
 */
record Tool(String name, Optional<Path> path, boolean named, String question) {
    static Tool of(String name, Optional<String> configured, String question, Programs programs) {
        return new Tool(name, programs.find(configured, name), configured.isPresent(), question);
    }

    List<String> versionCommand() {
        return List.of(path.orElseThrow().toString(), question);
    }

    /** What is to be done when it does not answer. */
    String complaint() {
        String setting = "MEDIANEST_DOWNLOADS_" + name.replace("-", "").toUpperCase(Locale.ROOT);
        return path.isEmpty()
                ? name + " is missing. Install it, or name its path in " + setting + "."
                : name + " does not start. Install it anew.";
    }
}

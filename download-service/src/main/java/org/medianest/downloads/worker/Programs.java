package org.medianest.downloads.worker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds programs as a shell would. */
record Programs(@Nullable String searchPath) {
    static Programs ofThisProcess() {
        return new Programs(System.getenv("PATH"));
    }

    Optional<Path> find(String name) {
        return Arrays.stream(searchPath().split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Programs::isProgram)
                .findFirst();
    }

    /** The program that somebody named, or else the one of that name on the search path. */
    Optional<Path> find(Optional<String> named, String name) {
        return named.isPresent() ? named.map(Path::of).filter(Programs::isProgram) : find(name);
    }

    @Override
    public String searchPath() {
        return searchPath == null ? "/usr/local/bin:/usr/bin:/bin" : searchPath;
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}

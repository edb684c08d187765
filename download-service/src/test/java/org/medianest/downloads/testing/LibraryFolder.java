package org.medianest.downloads.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A media library of its own for the tests, and patience that suits them. */
public final class LibraryFolder implements QuarkusTestResourceLifecycleManager {
    private static final String ROOT = "medianest.test.library";

    @Override
    public Map<String, String> start() {
        try {
            System.setProperty(
                    ROOT, Files.createTempDirectory("library").toRealPath().toString());
            return Map.of("medianest.downloads.library", root().toString());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public static Path root() {
        return Path.of(System.getProperty(ROOT));
    }

    @Override
    public void stop() {
        // the folder of a run is worth looking at when it has failed; the system clears it away
    }
}

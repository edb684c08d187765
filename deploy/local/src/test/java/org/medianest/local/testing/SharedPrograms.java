package org.medianest.local.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.medianest.local.place.Layout;

/** The server programs, unpacked once for all tests instead of once for each. */
public final class SharedPrograms {
    private SharedPrograms() {}

    public static void linkInto(Layout layout) throws IOException {
        Path programs =
                Files.createDirectories(Path.of("target/server-programs").toAbsolutePath());
        Files.createDirectories(layout.data());
        Files.createSymbolicLink(layout.programs(), programs);
    }

    /** Before the temporary folder goes, so that nothing has to decide what to do with a link out of it. */
    public static void unlinkFrom(Layout layout) throws IOException {
        Files.deleteIfExists(layout.programs());
    }
}

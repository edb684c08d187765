package org.medianest.compose.nginx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.medianest.compose.testing.Commands;
import org.medianest.compose.testing.Machine;

/** A certificate that vouches for itself, and its key. */
record SelfSigned(Path key, Path certificate) {
    /** @param folder is made; the files in it are {@code key} and {@code certificate} */
    static SelfSigned of(String name, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        SelfSigned made = new SelfSigned(folder.resolve("key"), folder.resolve("certificate"));
        Commands.run(
                Map.of(),
                Machine.program("openssl").toString(),
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=" + name,
                "-keyout",
                made.key.toString(),
                "-out",
                made.certificate.toString());
        return made;
    }
}

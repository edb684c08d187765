package org.medianest.gateway.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A key file as an operator would make it; one a JVM, as there is one database. */
final class SecretKey {
    private static final String FILE = "medianest.test.secrets";

    private SecretKey() {}

    static synchronized Path file() throws IOException {
        if (System.getProperty(FILE) == null) {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            Path file = Files.createTempFile(
                    "gateway",
                    ".key",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            file.toFile().deleteOnExit();
            Files.writeString(file, Base64.getEncoder().encodeToString(key));
            System.setProperty(FILE, file.toString());
        }
        return Path.of(System.getProperty(FILE));
    }
}

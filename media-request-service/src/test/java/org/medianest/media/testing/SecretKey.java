package org.medianest.media.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** A key file as an operator would make it; one a JVM, as there is one database. */
public final class SecretKey implements QuarkusTestResourceLifecycleManager {
    private static final String FILE = "medianest.test.secret-key";

    @Override
    public synchronized Map<String, String> start() {
        if (System.getProperty(FILE) == null) {
            System.setProperty(FILE, make().toString());
        }
        return Map.of("medianest.secrets.key-file", System.getProperty(FILE));
    }

    private static Path make() {
        try {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            Path file = Files.createTempFile(
                    "media-key",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            file.toFile().deleteOnExit();
            return Files.writeString(file, Base64.getEncoder().encodeToString(key));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void stop() {
        // the file is a few bytes and goes with the JVM
    }
}

package org.medianest.auth.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** A key file and a place for the set-up code, as an operator would make them; one pair a JVM, as there is one database. */
public final class SecretFiles implements QuarkusTestResourceLifecycleManager {
    private static final String FOLDER = "medianest.test.secrets";

    @Override
    public synchronized Map<String, String> start() {
        if (System.getProperty(FOLDER) == null) {
            System.setProperty(FOLDER, make().toString());
        }
        Path folder = Path.of(System.getProperty(FOLDER));
        return Map.of(
                "medianest.secrets.key-file",
                folder.resolve("key").toString(),
                "medianest.auth.setup-code-file",
                folder.resolve("setup-code").toString());
    }

    private static Path make() {
        try {
            Path folder = Files.createTempDirectory("auth-secrets");
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            Path keyFile = Files.createFile(
                    folder.resolve("key"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(keyFile, Base64.getEncoder().encodeToString(key));
            return folder;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void stop() {
        // the folder is a few bytes in the system's temporary folder
    }
}

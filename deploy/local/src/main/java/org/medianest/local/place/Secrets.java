package org.medianest.local.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Passwords and keys that are made at random once and kept in files that only their owner can read. */
public record Secrets(Path folder, SecureRandom random) {
    private static final int BYTES = 32;
    private static final String PASSWORD = ".password";

    public Secrets(Path folder) {
        this(folder, new SecureRandom());
    }

    /** Letters, digits, dash and underscore only, so that it fits into an address or a configuration line. */
    public String password(String name) throws IOException {
        return passwordIn(name + PASSWORD);
    }

    /** A password in a file of this very name, as containers have them. */
    public String passwordIn(String file) throws IOException {
        return Files.readString(kept(file, Base64.getUrlEncoder().withoutPadding()))
                .strip();
    }

    /** Where a password lies, once it is made. */
    public Path passwordFile(String name) {
        return folder.resolve(name + PASSWORD);
    }

    /** The file with the base64 of 32 random bytes. */
    public Path key(String name) throws IOException {
        return kept(name + ".key", Base64.getEncoder());
    }

    private Path kept(String name, Base64.Encoder encoder) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            writeAtOnce(file, encoder.encodeToString(bytes) + "\n");
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    /** A crash leaves the whole secret or none: half a key would lock everything that it protects. */
    private static void writeAtOnce(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}

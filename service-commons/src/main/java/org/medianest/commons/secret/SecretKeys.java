package org.medianest.commons.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keys of a {@link SecretBox}, from a file that only its owner can read: one base64 key of 32 bytes a line, the newest first.
 *
 * <p>A key's id is the start of its hash, so that it needs no name and cannot be mixed up.
 */
public final class SecretKeys {
    private static final int KEY_BYTES = 32;

    private final Map<String, byte[]> byId;
    private final String newestId;

    private SecretKeys(List<byte[]> newestFirst) {
        this.byId = new LinkedHashMap<>();
        newestFirst.forEach(key -> byId.put(idOf(key), key.clone()));
        this.newestId = idOf(newestFirst.getFirst());
    }

    /** @throws IllegalStateException with a sentence for the operator when the file is missing, readable by others or malformed */
    public static SecretKeys read(Path file) {
        try {
            refuseIfOthersCanRead(file);
            List<byte[]> keys = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(line -> decode(line, file))
                    .toList();
            if (keys.isEmpty()) {
                throw new IllegalStateException("The key file " + file + " is empty.");
            }
            return new SecretKeys(keys);
        } catch (IOException missing) {
            throw new IllegalStateException(
                    "The key file " + file + " cannot be read. Make one with: umask 077; openssl rand -base64 32 > "
                            + file,
                    missing);
        }
    }

    String newestId() {
        return newestId;
    }

    byte[] byId(String id) {
        byte[] key = byId.get(id);
        if (key == null) {
            throw new SecretUnreadable("there is no key " + id, null);
        }
        return key;
    }

    private static void refuseIfOthersCanRead(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (permissions.contains(PosixFilePermission.OTHERS_READ)
                || permissions.contains(PosixFilePermission.GROUP_READ)) {
            throw new IllegalStateException(
                    "The key file " + file + " can be read by others. Close it with: chmod 600 " + file);
        }
    }

    private static byte[] decode(String line, Path file) {
        try {
            byte[] key = Base64.getDecoder().decode(line);
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException("The key file " + file + " holds a line that is not base64.", notBase64);
        }
        throw new IllegalStateException("A key in " + file + " must be 32 bytes: openssl rand -base64 32");
    }

    private static String idOf(byte[] key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}

package org.medianest.downloads.worker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The name of this worker among those on one volume: the first that is free. The system gives it back when we die, so whoever bears
 * it next knows that we are dead, and that our jobs may be taken up again at once.
 */
final class Instance implements AutoCloseable {
    private static final int MOST = 64;

    private final String name;
    private final FileChannel channel;
    private final FileLock lock;

    private Instance(String name, FileChannel channel, FileLock lock) {
        this.name = name;
        this.channel = channel;
        this.lock = lock;
    }

    static Instance take(Path library, Path locks) throws IOException {
        Files.createDirectories(locks);
        for (int number = 1; number <= MOST; number++) {
            FileChannel channel = FileChannel.open(
                    locks.resolve("worker-" + number + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock != null) {
                return new Instance(volume(library) + "-" + number, channel, lock);
            }
            channel.close();
        }
        throw new IOException("all " + MOST + " names for workers are taken");
    }

    String name() {
        return name;
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException takenByThisProcess) {
            return null;
        }
    }

    private static String volume(Path library) throws IOException {
        try {
            byte[] path = library.toRealPath().toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(path), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}

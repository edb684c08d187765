package org.medianest.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One launcher a data folder. The kernel frees the lock when its holder dies, however that happens. */
public final class InstanceLock implements AutoCloseable {
    private final FileChannel channel;

    private InstanceLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock with a note for who comes later, or nothing when another process holds it. */
    public static Optional<InstanceLock> take(Path file, ProcessId self, int port) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((self.line() + " " + port + "\n").getBytes(StandardCharsets.US_ASCII)));
        return Optional.of(new InstanceLock(channel));
    }

    /** Who holds it, and the base port in use. */
    public record Holder(ProcessId process, int port) {}

    public static Optional<Holder> holder(Path file) {
        try {
            String[] words = Files.readString(file).strip().split(" ");
            return words.length < 3
                    ? Optional.empty()
                    : ProcessId.parse(words[0] + " " + words[1])
                            .filter(ProcessId::isAlive)
                            .map(process -> new Holder(process, Integer.parseInt(words[2])));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

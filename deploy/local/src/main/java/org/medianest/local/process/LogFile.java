package org.medianest.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A log that is put aside at a start when it has grown, three old ones being kept. */
public record LogFile(Path file, long limit) {
    private static final long LIMIT = 5 << 20;
    private static final int KEPT = 3;
    private static final int TAIL_BYTES = 64 << 10;

    public LogFile(Path file) {
        this(file, LIMIT);
    }

    public void rotate() throws IOException {
        if (!Files.exists(file) || Files.size(file) <= limit) {
            return;
        }
        for (int age = KEPT - 1; age >= 1; age--) {
            if (Files.exists(old(age))) {
                Files.move(old(age), old(age + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(file, old(1), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Where the next line will stand. */
    public long end() {
        return file.toFile().length();
    }

    /** The last lines, and none from before the given place. */
    public List<String> lastLines(int count, long from) {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(Math.min(from, log.length()), log.length() - TAIL_BYTES);
            log.seek(start);
            byte[] tail = new byte[(int) (log.length() - start)];
            log.readFully(tail);
            List<String> lines =
                    new String(tail, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    private Path old(int age) {
        return file.resolveSibling(file.getFileName() + "." + age);
    }
}

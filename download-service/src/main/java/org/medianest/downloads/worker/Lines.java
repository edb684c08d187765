package org.medianest.downloads.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Reads what a process says, line by line, however long it makes them: of a line that is too long only the beginning is kept.
 *
 * <p>Older yt-dlp prints {@code MN2 {…}} without a line end behind it, so such a piece counts as a line as soon as its brace closes.
 */
final class Lines {
    static final int MAX_LENGTH = 64 * 1_024;

    private static final String GLUED = "MN2 {";

    private final Consumer<String> lines;
    private final StringBuilder line = new StringBuilder();
    private boolean overlong;

    Lines(Consumer<String> lines) {
        this.lines = lines;
    }

    /** Reads until the process closes its end. */
    static void read(InputStream from, Consumer<String> lines) {
        Lines reading = new Lines(lines);
        byte[] buffer = new byte[8_192];
        try (from) {
            for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
                reading.accept(buffer, length);
            }
        } catch (IOException closed) {
            // the process was killed; what it said before counts
        }
        reading.end();
    }

    /** Bytes as they come. Everything that we look for is ASCII; other text may be cut within a character. */
    void accept(byte[] bytes, int length) {
        String chunk = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        for (int i = 0; i < chunk.length(); i++) {
            accept(chunk.charAt(i));
        }
    }

    private void accept(char c) {
        if (c == '\n') {
            end();
        } else if (line.length() < MAX_LENGTH) {
            line.append(c == '\r' ? ' ' : c); // some errors have it in the middle: "ERROR: \r[download] Got error"
            if (c == '}' && startsGlued()) {
                end();
            }
        } else {
            overlong = true;
        }
    }

    private boolean startsGlued() {
        return line.length() >= GLUED.length()
                && line.substring(0, GLUED.length()).equals(GLUED);
    }

    void end() {
        if (!line.isEmpty()) {
            lines.accept(utf8(line) + (overlong ? "…" : ""));
        }
        line.setLength(0);
        overlong = false;
    }

    private static String utf8(StringBuilder latin) {
        return new String(latin.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}

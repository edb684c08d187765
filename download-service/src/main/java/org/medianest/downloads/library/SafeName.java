package org.medianest.downloads.library;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Set;
import java.util.UUID;

/**
 * Turns a title, which a stranger wrote, into the name of a file that every file system takes and no reader can be fooled by.
 *
 * <p>{@code Title [xxxxxxxx].mp4}, with the end of the job's id: two videos of one title do not meet.
 */
public final class SafeName {
    /** Of the whole name, in bytes: file systems allow 255, and a player adds {@code .en.forced.srt}. */
    static final int MAX_BYTES = 150;

    private static final int ID_LENGTH = 8;
    private static final String UNTITLED = "Untitled";

    /** Names that are devices on Windows, from where many a library is shared. */
    private static final Set<String> RESERVED = Set.of("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$");

    private SafeName() {}

    public static String of(String title, UUID job, MediaType type) {
        String id = job.toString();
        String end = " [" + id.substring(id.length() - ID_LENGTH) + "]." + type.extension();
        return cut(clean(title), MAX_BYTES - end.length()) + end;
    }

    /** A person's folder: user names are plain already, and what is not is refused rather than changed. */
    public static String folder(String username) {
        if (!username.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException("not a user name");
        }
        return username;
    }

    private static String clean(String title) {
        String text = Normalizer.normalize(title, Normalizer.Form.NFC)
                .replaceAll(
                        "[\\p{C}\\p{Zl}\\p{Zp}]", " ") // controls, right-to-left override, zero width, half characters
                .replaceAll("[/\\\\:*?\"<>|]", "-")
                .replaceAll("[\\p{Z}\\s]+", " ")
                .strip()
                .replaceAll("^[.\\s~-]+", "")
                .replaceAll("[.\\s]+$", "");
        return text.isEmpty() ? UNTITLED : isReserved(text) ? "_" + text : text;
    }

    private static boolean isReserved(String text) {
        String stem = text.split("[.\\s]", 2)[0].toUpperCase(java.util.Locale.ROOT);
        return RESERVED.contains(stem) || stem.matches("(COM|LPT)[0-9¹²³]");
    }

    /** Cuts between characters as people see them where it can, never within one code point. */
    private static String cut(String text, int maxBytes) {
        if (bytes(text) <= maxBytes) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 0;
        for (int point : text.codePoints().toArray()) {
            int more = bytes(Character.toString(point));
            if (used + more > maxBytes) {
                break;
            }
            kept.appendCodePoint(point);
            used += more;
        }
        return kept.toString().stripTrailing();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

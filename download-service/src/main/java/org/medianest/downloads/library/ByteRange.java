package org.medianest.downloads.library;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What part of a file a request asks for (RFC 9110, section 14). One range only: players ask for no more. */
public sealed interface ByteRange {
    /** Everything; also the answer to a unit that we do not know. */
    record Whole() implements ByteRange {}

    /** @param to inclusive */
    record Part(long from, long to) implements ByteRange {
        long length() {
            return to - from + 1;
        }
    }

    record Unsatisfiable() implements ByteRange {}

    Pattern ONE = Pattern.compile("(\\d{0,18})-(\\d{0,18})");

    static ByteRange of(@Nullable String header, long length) {
        if (header == null || !header.regionMatches(true, 0, "bytes=", 0, 6)) {
            return new Whole();
        }
        Matcher range = ONE.matcher(header.substring(6).strip());
        if (!range.matches() || range.group().equals("-")) {
            return new Unsatisfiable();
        }
        return range.group(1).isEmpty()
                ? last(Long.parseLong(range.group(2)), length)
                : between(Long.parseLong(range.group(1)), range.group(2), length);
    }

    private static ByteRange last(long count, long length) {
        return count == 0 || length == 0 ? new Unsatisfiable() : new Part(Math.max(0, length - count), length - 1);
    }

    private static ByteRange between(long from, String end, long length) {
        long to = end.isEmpty() ? length - 1 : Math.min(Long.parseLong(end), length - 1);
        return from > to ? new Unsatisfiable() : new Part(from, to);
    }
}
